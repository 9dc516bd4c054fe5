# tries: leaves a process behind that goes on writing
# wall: no processes where none are allowed
# outcome: unmet

import os
import subprocess
import sys

for start in (os.fork, lambda: subprocess.Popen([sys.executable, "-c", "while 1: print()"])):
    try:
        if start() == 0:
            while True:
                os.write(1, b"left\n")
    except (OSError, ValueError) as error:
        print(type(error).__name__)
