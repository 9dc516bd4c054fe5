# floor: 5
# ceiling: 5
def parse_ints(lines):
    values = []
    bad = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            value = int(line)
        except ValueError:
            bad.append((number, line.removesuffix("\n").removesuffix("\r")))
        else:
            values.append(value)
    return values, bad
