# tries: has the dynamic linker execute a written program
# wall: seccomp; noexec: the linker cannot map it
# outcome: unmet
# outcome when cold: incomplete
# got when warm: 'ENOENT'
# machine: x86_64

import os
import shutil
import sys


def attack():
    shutil.copyfile(sys.executable, "program")
    os.execv("/lib64/ld-linux-x86-64.so.2", ["ld", "./program", "-c", "print('ESCAPED')"])
