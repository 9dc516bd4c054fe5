# tries: moves the toolbox away
# wall: Landlock, a read-only root
# outcome: unmet
# got: 'EXDEV'

import os


def attack():
    os.rename("/toolbox/viva", "/tmp/viva")
    return "ESCAPED"
