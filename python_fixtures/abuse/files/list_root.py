# tries: lists /
# wall: Landlock
# outcome: unmet
# got: 'EACCES'

import os


def attack():
    return "ESCAPED", os.listdir("/")
