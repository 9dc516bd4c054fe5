# tries: reads /root/.ssh/id_rsa
# wall: the jail's own root
# outcome: unmet
# got: 'ENOENT'


def attack():
    with open('/root/.ssh/id_rsa') as file:
        return "ESCAPED", file.read(100)
