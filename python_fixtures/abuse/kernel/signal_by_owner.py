# tries: has the kernel send SIGKILL to pid 1 when a pipe of its own has data
# wall: seccomp: no owner of signals; pid 1 of a namespace cannot be killed from inside; Landlock scopes signals
# outcome: unmet
# got: 'EPERM'

import fcntl
import os
import socket
import time


def attack():
    one, other = socket.socketpair()
    fcntl.fcntl(one, 10, 9)
    fcntl.fcntl(one, fcntl.F_SETOWN, 1)
    fcntl.fcntl(one, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
    other.send(b"x")
    time.sleep(0.05)
    return "pid 1 lives" if os.getppid() == 1 else "ESCAPED"
