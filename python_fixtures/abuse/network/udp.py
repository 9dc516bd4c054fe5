# tries: sends a datagram
# wall: seccomp: socket() is refused; a network namespace without an interface
# outcome: unmet
# got: 'EPERM'

import socket


def attack():
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    return "ESCAPED"
