# floor: 2
# ceiling: 2
# misses: good_and_bad, blank_lines, shape, interrupt_passes, other_errors_pass, source_errors_pass,
# any_iterable, underscores, plus_signs, other_digits, bad_line_as_given
def parse_ints(lines):
    return [int(line) for line in lines], []
