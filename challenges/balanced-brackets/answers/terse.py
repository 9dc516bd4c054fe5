# floor: 5
# ceiling: 5
def first_unbalanced(text):
    s = []
    for i, c in enumerate(text):
        if c in "([{":
            s += [i]
        elif c in ")]}" and (not s or text[s.pop()] + c not in ("()", "[]", "{}")):
            return i
    return s[-1] if s else None
