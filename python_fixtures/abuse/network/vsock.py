# tries: talks to the machine that this one runs on
# wall: seccomp: socket() is refused; a network namespace without an interface
# outcome: unmet
# got: 'EPERM'

import socket


def attack():
    socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM)
    return "ESCAPED"
