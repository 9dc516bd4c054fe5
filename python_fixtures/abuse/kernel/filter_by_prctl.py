# tries: installs a seccomp filter by the older call
# wall: seccomp: prctl by its option
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
    return call(157, 22, 2, None, 0, 0)
