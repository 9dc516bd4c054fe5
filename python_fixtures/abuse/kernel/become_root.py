# tries: becomes root
# wall: the user namespace knows no such id
# outcome: unmet
# got: 'EINVAL'
# machine: x86_64

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def call(*arguments):
    if libc.syscall(*arguments) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return "ESCAPED"


def attack():
    return call(117, 0, 0, 0)
