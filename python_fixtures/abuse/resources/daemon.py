# tries: forks twice and leaves its session, to live on
# wall: the pid namespace: what the case started is killed with it
# outcome: unmet
# got: 0
# against: box-children

import os
import time


def attack():
    if not os.fork():
        os.setsid()
        if not os.fork():
            while True:
                time.sleep(1000)
        os._exit(0)
    return os.wait()[1]
