# floor: 2
# ceiling: 2
# misses: blank_lines
# misconceptions: blank_lines_do_not_count
def parse_ints(lines):
    values, bad = [], []
    for number, line in enumerate((line for line in lines if line.strip()), 1):
        try:
            values.append(int(line))
        except ValueError:
            bad.append((number, line.rstrip("\r\n")))
    return values, bad
