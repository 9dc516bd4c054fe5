# floor: 4
# ceiling: 5
def error_messages(lines):
    try:
        for line in lines:
            level, _, message = line.partition(" ")
            message = message.strip()
            if level == "ERROR" and message:
                yield message
    finally:
        close = getattr(lines, "close", None)
        if close is not None:
            close()
