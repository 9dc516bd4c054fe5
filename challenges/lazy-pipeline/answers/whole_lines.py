# floor: 1
# ceiling: 1
# misses: one_error, picks_the_errors, level_is_the_first_word, whole_messages, stripped, endless_source, reads_nothing_before_next, reads_only_as_needed, flat_memory, longer_level_is_no_match, closes_the_source, skips_blank_lines, skips_empty_messages, several_spaces, lazy_shape
def error_messages(lines):
    return [line for line in lines if line.startswith("ERROR")]
