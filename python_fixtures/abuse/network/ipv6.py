# tries: connects by IPv6
# wall: seccomp: socket() is refused; a network namespace without an interface
# outcome: unmet
# got: 'EPERM'

import socket


def attack():
    socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
    return "ESCAPED"
