# floor: 4
# ceiling: 4
# misses: closes_the_source, skips_blank_lines, skips_empty_messages
def error_messages(lines):
    for line in lines:
        level, message = line.split(" ", 1)
        if level == "ERROR":
            yield message.strip()
