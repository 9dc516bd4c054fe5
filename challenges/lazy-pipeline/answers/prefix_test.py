# floor: 3
# ceiling: 3
# misses: longer_level_is_no_match, closes_the_source
# misconceptions: level_by_prefix, for_closes_its_source
def error_messages(lines):
    for line in lines:
        if line.startswith("ERROR"):
            message = line[len("ERROR") :].strip()
            if message:
                yield message
