"""Takes 100 MB and writes to all of it."""


def fill():
    """How many bytes were written."""
    block = bytearray(100_000_000)
    for at in range(0, len(block), 4096):
        block[at] = 1
    return sum(block[::4096])
