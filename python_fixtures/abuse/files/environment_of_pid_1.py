# tries: reads /proc/1/environ
# wall: no /proc
# outcome: unmet
# got: 'ENOENT'


def attack():
    with open('/proc/1/environ') as file:
        return "ESCAPED", file.read(100)
