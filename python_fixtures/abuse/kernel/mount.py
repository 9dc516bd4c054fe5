# tries: mounts /proc
# wall: seccomp; no capabilities
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
    return call(165, b"proc", b"/tmp", b"proc", 0, None)
