# floor: 1
# ceiling: 1
# misses: example, empty_text, side_by_side, nested, never_closed, never_opened, mixed_kinds, wrong_closer,
#   closer_without_opener, first_of_several, last_unclosed_opener, closer_before_openers, linear,
#   deep_nesting, other_characters
def first_unbalanced(text):
    stack = []
    match = {")": "(", "]": "[", "}": "{"}
    for c in text:
        if c in "([{":
            stack.append(c)
        elif c in match:
            if not stack or stack.pop() != match[c]:
                return False
    return not stack
