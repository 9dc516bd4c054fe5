# tries: connects to a service of the host's
# wall: seccomp: socket() is refused; a network namespace without an interface
# outcome: unmet
# got: 'EPERM'

import socket


def attack():
    with socket.create_connection(("127.0.0.1", 22), timeout=1):
        return "ESCAPED"
