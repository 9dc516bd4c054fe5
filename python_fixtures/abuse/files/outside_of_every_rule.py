# tries: reads /outside
# wall: Landlock
# outcome: unmet
# got: 'EACCES'


def attack():
    with open('/outside') as file:
        return "ESCAPED", file.read(100)
