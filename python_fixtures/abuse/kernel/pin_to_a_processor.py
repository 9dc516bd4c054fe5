# tries: pins itself to one processor beside another's work
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
    return call(203, 0, 8, b'\1\0\0\0\0\0\0\0')
