# tries: makes files without end
# wall: nr_inodes of the step's tmpfs
# outcome: unmet
# got: 'ENOSPC'


def attack():
    for number in range(1_000_000):
        open(str(number), "w").close()
    return "ESCAPED"
