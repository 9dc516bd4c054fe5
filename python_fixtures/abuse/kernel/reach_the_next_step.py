# tries: signals, and looks into, every process that may be the next step, which waits beside this one
# wall: seccomp: kill, tgkill and prlimit64 of itself only
# outcome: unmet
# got: 'EPERM'
# machine: x86_64

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
KILL, TGKILL, PRLIMIT64 = 62, 234, 302


def attack():
    errors = set()
    for pid in set(range(1, 64)) - {os.getpid()}:
        for call in ((KILL, pid, 9), (TGKILL, pid, pid, 9), (PRLIMIT64, pid, 7, None, None)):
            if libc.syscall(*call) >= 0:
                return "ESCAPED"
            errors.add(ctypes.get_errno())
    raise OSError(max(errors), "refused")
