# floor: 4
# ceiling: 4
# misses: deep_nesting
# misconceptions: recursion_has_no_bottom
def first_unbalanced(text):
    pairs = {"(": ")", "[": "]", "{": "}"}
    last_open = None

    def scan(i, due):
        # Reads up to the closer that is due; gives its place, and whether something is wrong there.
        nonlocal last_open
        while i < len(text):
            if text[i] in pairs:
                start = i
                i, wrong = scan(i + 1, pairs[text[i]])
                if wrong:
                    if i == len(text) and last_open is None:
                        last_open = start
                    return i, True
            elif text[i] in ")]}":
                return i, text[i] != due
            i += 1
        return i, due is not None

    place, wrong = scan(0, None)
    if not wrong:
        return None
    return place if place < len(text) else last_open
