# tries: reads /proc/self/maps
# wall: no /proc
# outcome: unmet
# got: 'ENOENT'


def attack():
    with open('/proc/self/maps') as file:
        return "ESCAPED", file.read(100)
