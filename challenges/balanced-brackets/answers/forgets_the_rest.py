# floor: 2
# ceiling: 2
# misses: never_closed, last_unclosed_opener, linear, deep_nesting, other_characters
# misconceptions: rest_is_forgotten
def first_unbalanced(text):
    stack = []
    for i, c in enumerate(text):
        if c in "([{":
            stack.append(c)
        elif c in ")]}":
            if not stack or "([{".index(stack.pop()) != ")]}".index(c):
                return i
