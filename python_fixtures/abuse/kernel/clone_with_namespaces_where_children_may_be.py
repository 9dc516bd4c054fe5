# tries: starts a process in a user namespace of its own, where processes are allowed
# wall: seccomp: clone by its flags
# outcome: unmet
# got: 'EPERM'
# against: box-children
# machine: x86_64

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def call(*arguments):
    if libc.syscall(*arguments) < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return "ESCAPED"


def attack():
    return call(56, 0x10000000 | 17, 0, 0, 0, 0)
