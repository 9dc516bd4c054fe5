# tries: makes itself dumpable
# wall: seccomp: prctl by its option
# outcome: unmet
# got: 'EPERM'
# machine: x86_64

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def call(*arguments):
    if libc.syscall(*arguments) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return "ESCAPED"


def attack():
    return call(157, 4, 1, 0, 0, 0)
