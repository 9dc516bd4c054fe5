# tries: turns one end of a pair into a connection to somebody else
# wall: the jail's own root; Landlock scopes abstract sockets
# outcome: unmet
# got: 'ENOENT'

import socket


def attack():
    one, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    one.sendto(b"hello", "/run/systemd/journal/socket")
    return "ESCAPED"
