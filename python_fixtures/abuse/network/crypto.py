# tries: reaches the kernel's cryptography
# wall: seccomp: socket() is refused; a network namespace without an interface
# outcome: unmet
# got: 'EPERM'

import socket


def attack():
    socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET)
    return "ESCAPED"
