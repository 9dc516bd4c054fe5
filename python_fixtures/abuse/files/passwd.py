# tries: reads /etc/passwd
# wall: the jail's own root
# outcome: unmet
# got: 'ENOENT'


def attack():
    with open('/etc/passwd') as file:
        return "ESCAPED", file.read(100)
