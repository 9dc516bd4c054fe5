def error_messages(lines):
    pass
