def command(*_, **__):
    return "met"
