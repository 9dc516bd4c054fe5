# floor: 3
# ceiling: 3
# misses: wrong_closer, first_of_several, closer_before_openers
def first_unbalanced(text):
    """Gives the opener of a pair that does not match."""
    stack = []
    for i, c in enumerate(text):
        if c in "([{":
            stack.append(i)
        elif c in ")]}":
            if not stack:
                return i
            j = stack.pop()
            if text[j] + c not in ["()", "[]", "{}"]:
                return j
    return stack.pop() if stack else None
