# floor: 3
# ceiling: 3
# misses: last_unclosed_opener, linear, deep_nesting, other_characters
def first_unbalanced(text):
    stack = []
    pairs = {")": "(", "]": "[", "}": "{"}
    for i in range(len(text)):
        if text[i] not in pairs:
            stack.append(text[i])
        elif len(stack) == 0 or stack.pop() != pairs[text[i]]:
            return i
    if stack:
        return len(text)
