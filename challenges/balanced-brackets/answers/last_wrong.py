# floor: 3
# ceiling: 3
# misses: first_of_several
def first_unbalanced(text):
    stack = []
    found = None
    for i, c in enumerate(text):
        if c in "([{":
            stack.append(i)
        elif c in ")]}":
            if stack and text[stack[-1]] + c in ["()", "[]", "{}"]:
                stack.pop()
            else:
                found = i
    if found is not None:
        return found
    return stack[-1] if stack else None
