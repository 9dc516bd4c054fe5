# tries: keeps kernel memory in pairs of sockets
# wall: RLIMIT_NOFILE
# outcome: unmet
# got: 'EMFILE'

import socket


def attack():
    kept = []
    for _ in range(1000):
        kept += socket.socketpair()
        kept[-1].setblocking(False)
        try:
            while True:
                kept[-1].send(bytes(1 << 16))
        except BlockingIOError:
            pass
    return "ESCAPED"
