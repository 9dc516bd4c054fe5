# tries: restarts the machine
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
    return call(169, 0xfee1dead, 672274793, 0x1234567, 0)
