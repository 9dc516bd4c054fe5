# floor: 2
# ceiling: 2
# misses: mixed_kinds, wrong_closer, first_of_several, last_unclosed_opener, closer_before_openers
# misconceptions: counts_are_enough
def first_unbalanced(text):
    count = {"(": 0, "[": 0, "{": 0}
    last = {}
    opener = {")": "(", "]": "[", "}": "{"}
    for i, c in enumerate(text):
        if c in count:
            count[c] += 1
            last[c] = i
        elif c in opener:
            count[opener[c]] -= 1
            if count[opener[c]] < 0:
                return i
    for c in count:
        if count[c] > 0:
            return last[c]
    return None
