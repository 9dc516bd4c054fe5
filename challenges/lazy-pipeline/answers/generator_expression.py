# floor: 4
# ceiling: 4
# misses: closes_the_source
# misconceptions: for_closes_its_source
def error_messages(lines):
    pairs = (line.strip().partition(" ") for line in lines)
    return (m.strip() for level, _, m in pairs if level == "ERROR" and m)
