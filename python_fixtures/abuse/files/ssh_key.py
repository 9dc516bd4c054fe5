# tries: reads /home/user/.ssh/id_rsa
# wall: the jail's own root
# outcome: unmet
# got: 'ENOENT'


def attack():
    with open('/home/user/.ssh/id_rsa') as file:
        return "ESCAPED", file.read(100)
