# floor: 3
# ceiling: 3
# misses: wrong_closer, closer_without_opener, first_of_several, last_unclosed_opener, closer_before_openers, linear, deep_nesting, other_characters
"""Tells whether, but not where."""


def first_unbalanced(text):
    before = None
    while text != before:
        before = text
        for pair in ("()", "[]", "{}"):
            text = text.replace(pair, "")
    return None if text == "" else 0
