# tries: makes a message queue, which outlives a process
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
    return call(240, b"hoard", 0o102, 0o600, None)
