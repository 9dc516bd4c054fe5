# floor: 4
# ceiling: 4
# misses: closes_the_source, skips_empty_messages
def error_messages(lines):
    def is_error(line):
        return line.split(" ")[0].strip() == "ERROR"

    return map(lambda line: line[5:].strip(), filter(is_error, lines))
