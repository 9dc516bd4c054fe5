# tries: links a file of the toolbox into /tmp to keep it or change it
# wall: Landlock: no linking from elsewhere
# outcome: unmet
# got: 'EXDEV'

import os


def attack():
    os.link("/toolbox/viva/driver.py", "driver.py")
    return "ESCAPED"
