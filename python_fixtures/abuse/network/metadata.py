# tries: asks the cloud for the machine's credentials
# wall: seccomp: socket() is refused; a network namespace without an interface
# outcome: unmet
# got: '<urlopen error [Errno 1] Operation not permitted>'

import urllib.request


def attack():
    return "ESCAPED", urllib.request.urlopen("http://169.254.169.254/latest/meta-data/", timeout=1).read(100)
