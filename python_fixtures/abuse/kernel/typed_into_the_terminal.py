# tries: types into the terminal of whoever runs viva
# wall: seccomp: TIOCSTI is refused; no terminal is open
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
    return call(16, 0, 0x5412, b"x")
