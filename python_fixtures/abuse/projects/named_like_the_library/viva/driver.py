def command(*_, **__):
    return "met"


case = watched = command
