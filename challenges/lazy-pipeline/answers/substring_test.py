# floor: 2
# ceiling: 2
# misses: level_is_the_first_word, longer_level_is_no_match, closes_the_source, skips_empty_messages
# misconceptions: level_by_substring
def error_messages(lines):
    for line in lines:
        if "ERROR" in line:
            yield line.replace("ERROR", "").strip()
