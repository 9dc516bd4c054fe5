# floor: 4
# ceiling: 4
# misses: underscores, plus_signs, other_digits
# misconceptions: digits_make_a_number
import re


def parse_ints(lines):
    values, bad = [], []
    for number, line in enumerate(lines, 1):
        if re.fullmatch(r"\s*-?[0-9]+\s*", line):
            values.append(int(line))
        elif not re.fullmatch(r"\s*", line):
            bad.append((number, line.rstrip("\r\n")))
    return values, bad
