# floor: 4
# ceiling: 4
# misses: linear, deep_nesting
def first_unbalanced(text):
    """Removes innermost pairs again and again, each with its index."""
    left = [(i, c) for i, c in enumerate(text) if c in "()[]{}"]
    changed = True
    while changed:
        changed = False
        for i in range(len(left) - 1):
            if left[i][1] + left[i + 1][1] in ("()", "[]", "{}"):
                left = left[:i] + left[i + 2 :]
                changed = True
                break
    for i, c in left:
        if c in ")]}":
            return i
    return left[-1][0] if left else None
