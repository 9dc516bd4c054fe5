# floor: 3
# ceiling: 3
# misses: interrupt_passes, other_errors_pass, precise_except, bad_line_as_given
# misconceptions: catch_everything, strip_is_harmless
def parse_ints(lines):
    values = []
    bad = []
    for number, line in enumerate(lines, 1):
        line = line.strip()
        if not line:
            continue
        try:
            values.append(int(line))
        except:
            bad.append((number, line))
    return values, bad
