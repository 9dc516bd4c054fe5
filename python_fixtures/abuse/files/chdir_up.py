# tries: climbs out of its folder
# wall: pivot_root, Landlock
# outcome: unmet
# got: 'EACCES'

import os


def attack():
    for _ in range(50):
        os.chdir("..")
    return "ESCAPED", os.listdir(".")
