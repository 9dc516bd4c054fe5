# tries: leaves a folder that may not be looked into
# wall: what the runner then meets is the program's doing
# outcome: raised

import os

os.mkdir("closed", 0)
