# tries: ends the process with the wanted code, before anything is recorded
# wall: an end must be said
# outcome: incomplete

import os
import sys

print("none.txt nowhere.txt", file=sys.stderr, flush=True)
os._exit(2)
