# tries: writes machine code to /tmp and maps it to be executed
# wall: noexec
# outcome: unmet
# got: 'EPERM'

import mmap


def attack():
    with open("code", "w+b") as file:
        file.write(bytes(4096))
        file.flush()
        mmap.mmap(file.fileno(), 4096, prot=mmap.PROT_READ | mmap.PROT_EXEC)
    return "ESCAPED"
