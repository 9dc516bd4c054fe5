# floor: 3
# ceiling: 3
# misses: closer_before_openers
"""Goes through the text to its end, and looks at what was left open first."""


def first_unbalanced(text):
    stack, wrong = [], []
    for i, c in enumerate(text):
        if c in "([{":
            stack.append((c, i))
        elif c in ")]}":
            if not stack:
                wrong.append(i)
            elif stack.pop()[0] + c not in ("()", "[]", "{}"):
                wrong.append(i)
    if stack:
        return stack[-1][1]
    return wrong[0] if wrong else None
