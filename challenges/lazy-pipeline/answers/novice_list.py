# floor: 2
# ceiling: 2
# misses: endless_source, reads_nothing_before_next, reads_only_as_needed, flat_memory, closes_the_source, skips_blank_lines, lazy_shape
# misconceptions: eager_list
def error_messages(lines):
    result = []
    for line in lines:
        words = line.split()
        if words[0] == "ERROR":
            if len(words) > 1:
                result.append(" ".join(words[1:]))
    return result
