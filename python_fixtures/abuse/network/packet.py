# tries: listens to the wire
# wall: seccomp: socket() is refused; a network namespace without an interface
# outcome: unmet
# got: 'EPERM'

import socket


def attack():
    socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
    return "ESCAPED"
