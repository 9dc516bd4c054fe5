# tries: makes a Landlock rule set of its own
# wall: seccomp: no further rules
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
    return call(444, None, 0, 1)
