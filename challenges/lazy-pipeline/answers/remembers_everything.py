# floor: 3
# ceiling: 3
# misses: flat_memory, closes_the_source
# misconceptions: for_closes_its_source
def error_messages(lines):
    history = []
    for line in lines:
        history.append(line)
        parts = history[-1].split(maxsplit=1)
        if len(parts) == 2 and parts[0] == "ERROR":
            yield parts[1].strip()
