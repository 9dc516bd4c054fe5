# floor: 3
# ceiling: 3
# misses: source_errors_pass
def parse_ints(lines):
    values, bad = [], []
    source = iter(lines)
    number = 0
    while True:
        number += 1
        try:
            line = next(source)
        except (StopIteration, RuntimeError):
            return values, bad
        if not line.strip():
            continue
        try:
            values.append(int(line))
        except ValueError:
            bad.append((number, line.rstrip("\r\n")))
