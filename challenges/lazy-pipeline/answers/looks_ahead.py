# floor: 3
# ceiling: 3
# misses: reads_nothing_before_next, reads_only_as_needed, closes_the_source
def error_messages(lines):
    lines = iter(lines)
    upcoming = next(lines, None)

    def rest(line):
        while line is not None:
            following = next(lines, None)
            parts = line.split(maxsplit=1)
            if len(parts) == 2 and parts[0] == "ERROR":
                yield parts[1].strip()
            line = following

    return rest(upcoming)
