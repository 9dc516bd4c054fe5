# floor: 4
# ceiling: 4
# misses: bad_line_as_given
# misconceptions: strip_is_harmless
def parse_ints(lines):
    values, bad = [], []
    for number, line in enumerate(map(str.strip, lines), 1):
        if line:
            try:
                values.append(int(line))
            except ValueError:
                bad.append((number, line))
    return values, bad
