# floor: 3
# ceiling: 3
# misses: any_iterable, source_errors_pass
def parse_ints(lines):
    values, bad = [], []
    for i in range(len(lines)):
        if lines[i].strip() == "":
            continue
        try:
            values.append(int(lines[i]))
        except ValueError:
            bad.append((i + 1, lines[i].rstrip("\r\n")))
    return values, bad
