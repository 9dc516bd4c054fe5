# floor: 2
# ceiling: 2
# misses: surrounding_spaces, plus_signs
def parse_ints(lines):
    values, bad = [], []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            if line != line.strip():
                raise ValueError("white space")
            values.append(int(line))
        except ValueError:
            bad.append((number, line.rstrip("\r\n")))
    return values, bad
