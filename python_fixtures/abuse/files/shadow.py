# tries: reads /etc/shadow
# wall: the jail's own root
# outcome: unmet
# got: 'ENOENT'


def attack():
    with open('/etc/shadow') as file:
        return "ESCAPED", file.read(100)
