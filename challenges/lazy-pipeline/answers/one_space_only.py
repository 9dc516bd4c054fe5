# floor: 4
# ceiling: 4
# misses: closes_the_source, several_spaces
def error_messages(lines):
    for line in lines:
        words = line.rstrip().split(" ")
        if words[0] == "ERROR" and len(words) > 1 and words[1]:
            yield " ".join(words[1:])
