# tries: reads the host's name
# wall: a uts namespace
# outcome: unmet
# got: 'box'

import socket


def attack():
    return socket.gethostname()
