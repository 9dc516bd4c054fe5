# tries: fills /dev/shm, which all processes share
# wall: /dev/shm is the step's own /tmp, which is bounded
# outcome: unmet
# got: 'ENOSPC'


def attack():
    for number in range(8):
        with open(f"/dev/shm/hoard{number}", "wb") as file:
            file.write(bytes(500_000))
    return "ESCAPED"
