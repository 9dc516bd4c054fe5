# tries: go-judge 176: the host opens a path that the answer chose
# wall: the host opens nothing; results are bytes on a pipe
# outcome: unmet
# got: 'out/result'
# against: box

import os


def attack():
    os.mkdir("out")
    os.symlink("/etc/shadow", "out/result")
    return "out/result"
