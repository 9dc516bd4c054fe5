# floor: 1
# ceiling: 1
# misses: good_lines, good_and_bad, negative_numbers, blank_lines, surrounding_spaces, shape,
# interrupt_passes, other_errors_pass, source_errors_pass, any_iterable, underscores, plus_signs,
# other_digits, bad_line_as_given
def parse_ints(lines):
    values = []
    for line in lines:
        try:
            values.append(int(line))
        except ValueError:
            print("bad line", line)
    return values
