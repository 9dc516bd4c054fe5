# tries: turns a file into a link and back while it is read back
# wall: what is read lies in the box, and no link is followed
# outcome: any of unmet, raised, timed_out
# limits: wall_ms_max 1500

import os
import threading


def change():
    while True:
        for make in (lambda: os.symlink("/etc/passwd", "new"), lambda: os.mkfifo("new")):
            try:
                make()
                os.replace("new", "out.txt")
            except OSError:
                continue


threading.Thread(target=change, daemon=True).start()
print("changing")
