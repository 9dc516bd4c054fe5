# tries: installs a seccomp filter of its own
# wall: seccomp: no further filter
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
    return call(317, 1, 0, None)
