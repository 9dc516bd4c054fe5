# tries: asks for capabilities
# wall: all capabilities are dropped
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
    return call(126, b'\x22\x05\x08\x20\0\0\0\0', b'\xff' * 24)
