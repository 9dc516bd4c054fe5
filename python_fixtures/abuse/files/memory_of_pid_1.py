# tries: reads /proc/1/mem
# wall: no /proc
# outcome: unmet
# got: 'ENOENT'


def attack():
    with open('/proc/1/mem') as file:
        return "ESCAPED", file.read(100)
