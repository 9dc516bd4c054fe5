# tries: leaves threads that would never end
# wall: END ends the process at once
# outcome: unmet
# outcome in count-calls: unmet, raised, raised
# outcome in keep-state: raised

import threading
import time


def wrong(*_, **__):
    threading.Thread(target=time.sleep, args=(1000,)).start()


add = repeat = Box = fail = wrong
