# tries: removes the folder that it runs in, and its own
# wall: what the runner then meets is the program's doing
# outcome: raised

import os
import shutil

os.chdir("/")
for folder in ("/tmp/work", "/tmp/project"):
    shutil.rmtree(folder, ignore_errors=True)
print("removed")
