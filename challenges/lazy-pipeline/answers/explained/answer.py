# floor: 5
# ceiling: 5
def error_messages(lines):
    try:
        for line in lines:
            words = line.split(maxsplit=1)
            if len(words) == 2 and words[0] == "ERROR":
                yield words[1].strip()
    finally:
        if hasattr(lines, "close"):
            lines.close()
