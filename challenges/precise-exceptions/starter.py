def parse_ints(lines):
    pass
