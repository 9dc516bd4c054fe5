# tries: sends from one end of a pair to an abstract name, which no root hides
# wall: the worker's own network namespace
# outcome: unmet
# got: 'ECONNREFUSED'

import socket


def attack():
    one, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    one.sendto(b"hello", "\0journal")
    return "ESCAPED"
