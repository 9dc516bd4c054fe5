# floor: 4
# ceiling: 5
def parse_ints(lines):
    good, bad = [], []
    for i, s in enumerate(lines, 1):
        try:
            good += [int(s)]
        except ValueError:
            bad += [(i, s.rstrip("\r\n"))] * (not s.isspace() and s != "")
    return good, bad
