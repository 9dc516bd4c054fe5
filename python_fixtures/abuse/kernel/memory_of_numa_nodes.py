# tries: moves pages of another process
# wall: seccomp: the call does not exist
# outcome: unmet
# got: 'ENOSYS'
# machine: x86_64

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def call(*arguments):
    if libc.syscall(*arguments) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return "ESCAPED"


def attack():
    return call(279, 1, 0, None, None, None, 0)
