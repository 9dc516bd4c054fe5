# tries: prints without end
# wall: the size of files, and of observations
# outcome: too_much_output

import sys

try:
    while True:
        sys.stdout.write("sum\n" * 1024)
except OSError:
    sys.stdout = None
