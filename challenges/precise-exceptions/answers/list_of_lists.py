# floor: 2
# ceiling: 2
# misses: shape
def parse_ints(lines):
    result = [[], []]
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                result[0].append(int(line))
            except ValueError:
                result[1].append([number, line.rstrip("\r\n")])
    return result
