# floor: 4
# ceiling: 5
def parse_ints(lines):
    numbers = []
    errors = []
    line_number = 0
    for line in lines:
        line_number = line_number + 1
        if len(line.split()) > 0:
            try:
                number = int(line.strip())
                numbers.append(number)
            except ValueError:
                text = line
                if text.endswith("\r\n"):
                    text = text[:-2]
                elif text.endswith("\n"):
                    text = text[:-1]
                errors.append((line_number, text))
    return (numbers, errors)
