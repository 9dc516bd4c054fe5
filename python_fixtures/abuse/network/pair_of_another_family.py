# tries: opens a family of sockets by a pair, for which the kernel would load a module
# wall: seccomp: pairs of AF_UNIX only
# outcome: unmet
# got: 'EPERM'

import socket


def attack():
    socket.socketpair(30, socket.SOCK_SEQPACKET)
    return "ESCAPED"
