# tries: keeps data in attributes of files, beside their limit of size
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
    return call(188, b"/tmp", b"user.x", b"1", 1, 0)
