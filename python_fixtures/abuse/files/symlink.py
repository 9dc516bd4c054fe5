# tries: reads through a symbolic link of its own
# wall: the link leads within the jail's root only
# outcome: unmet
# got: 'ENOENT'

import os


def attack():
    os.symlink("/../../../etc/passwd", "link")
    return "ESCAPED", open("link").read()
