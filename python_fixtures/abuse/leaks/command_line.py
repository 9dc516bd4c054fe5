# tries: reads the command line that viva was started with
# wall: no /proc; the interpreter's arguments are made up
# outcome: unmet
# got: [[''], False]

import sys


def attack():
    return [sys.argv, getattr(sys, "orig_argv", [])[1:2] == ["-c"]]
