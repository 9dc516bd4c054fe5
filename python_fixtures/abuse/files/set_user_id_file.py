# tries: makes a file that gives its owner's rights
# wall: nosuid; nothing of /tmp outlives the case
# outcome: unmet
# got: 'ENOSYS'

import os


def attack():
    with open("tool", "w") as file:
        file.write("")
    os.chmod("tool", 0o4755)
    os.chown("tool", 0, 0)
    return "ESCAPED"
