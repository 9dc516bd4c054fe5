# floor: 2
# ceiling: 2
# misses: negative_numbers, underscores, plus_signs, other_digits
# misconceptions: digits_make_a_number
def parse_ints(lines):
    values, bad = [], []
    for number, line in enumerate(lines, 1):
        if line.strip().isdigit():
            values.append(int(line))
        elif line.strip():
            bad.append((number, line.rstrip("\r\n")))
    return values, bad
