# tries: fills /tmp by several files, each under the limit of one
# wall: size of the step's tmpfs
# outcome: unmet
# got: 'ENOSPC'


def attack():
    for number in range(8):
        with open(str(number), "wb") as file:
            file.write(bytes(500_000))
    return "ESCAPED"
