# tries: writes files whose names are no text, and very many of them
# wall: values are encoded as they are, and bounded
# outcome: unmet

import os

for number in range(40):
    with open(b"\xff\x1b[2J" + str(number).encode(), "wb") as file:
        file.write(bytes(range(256)))
print(os.listdir(b"."))
