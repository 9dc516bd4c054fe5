# tries: makes a call of the x32 ABI, whose numbers a filter may let through
# wall: seccomp: numbers of x32 kill
# outcome: denied
# machine: x86_64

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def call(*arguments):
    if libc.syscall(*arguments) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return "ESCAPED"


def attack():
    return call(0x40000000 + 39)
