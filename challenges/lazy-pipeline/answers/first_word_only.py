# floor: 2
# ceiling: 2
# misses: whole_messages, stripped, closes_the_source, skips_empty_messages, several_spaces
def error_messages(lines):
    for line in lines:
        if line.split(" ")[0] == "ERROR":
            yield line.split(" ")[1]
