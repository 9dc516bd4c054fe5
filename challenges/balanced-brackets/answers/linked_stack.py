# floor: 5
# ceiling: 5
"""The stack is a chain of (kind, index, rest)."""


def first_unbalanced(text):
    top = None
    for index in range(len(text)):
        letter = text[index]
        opening = "([{".find(letter)
        closing = ")]}".find(letter)
        if opening >= 0:
            top = (opening, index, top)
        if closing >= 0:
            if top is None or top[0] != closing:
                return index
            top = top[2]
    if top is None:
        return None
    return top[1]
