# tries: connects to an abstract unix socket of the host's
# wall: seccomp: socket() is refused; a network namespace without an interface
# outcome: unmet
# got: 'EPERM'

import socket


def attack():
    with socket.socket(socket.AF_UNIX) as client:
        client.connect("\0/tmp/.X11-unix/X0")
    return "ESCAPED"
