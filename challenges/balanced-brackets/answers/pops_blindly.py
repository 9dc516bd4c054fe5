# floor: 2
# ceiling: 2
# misses: never_opened, closer_without_opener
# misconceptions: stack_is_never_empty
def first_unbalanced(text):
    match = {")": "(", "]": "[", "}": "{"}
    stack = []
    for i, c in enumerate(text):
        if c in "([{":
            stack.append((c, i))
        elif c in match:
            opener, _ = stack.pop()
            if opener != match[c]:
                return i
    return stack[-1][1] if stack else None
