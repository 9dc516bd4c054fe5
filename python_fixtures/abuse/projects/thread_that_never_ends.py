# tries: leaves a thread that the program's end waits for
# wall: the host's clock
# outcome: timed_out
# limits: wall_ms_max 1000

import threading

threading.Thread(target=threading.Event().wait).start()
print("sum")
