# floor: 3
# ceiling: 3
# misses: other_errors_pass
def parse_ints(lines):
    values, bad = [], []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                values.append(int(line))
            except (ValueError, TypeError):
                bad.append((number, line.rstrip("\r\n")))
    return values, bad
