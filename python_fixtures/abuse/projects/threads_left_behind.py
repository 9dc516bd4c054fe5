# tries: leaves threads that write to its output and its files when it has ended
# wall: what comes later is not the program's, and the process ends
# outcome: any of unmet, raised, too_much_output

import os
import threading


def goes_on():
    while True:
        try:
            os.write(1, b"sum\n")
            with open("left.txt", "a") as file:
                file.write("left")
        except (OSError, ValueError):
            continue


for _ in range(3):
    threading.Thread(target=goes_on, daemon=True).start()
print("told")
