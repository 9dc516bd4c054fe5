# floor: 3
# ceiling: 3
# misses: last_unclosed_opener
# misconceptions: first_opener_instead
def first_unbalanced(text):
    match = {")": "(", "]": "[", "}": "{"}
    stack = []
    for i, c in enumerate(text):
        if c in match.values():
            stack.append((c, i))
        elif c in match:
            if not stack or stack.pop()[0] != match[c]:
                return i
    return stack[0][1] if stack else None
