# floor: 4
# ceiling: 4
# misses: other_characters
# misconceptions: only_brackets_come
def first_unbalanced(text):
    brackets = [c for c in text if c in "()[]{}"]
    stack = []
    for i, c in enumerate(brackets):
        if c in "([{":
            stack.append((c, i))
        elif not stack or stack.pop()[0] + c not in {"()", "[]", "{}"}:
            return i
    return stack[-1][1] if stack else None
