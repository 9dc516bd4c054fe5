# tries: looks for other answers, golden ones and those of other candidates
# wall: the jail's own root; nothing of an answer is a file
# outcome: unmet
# got: []

import os

NAMES = ("answer.py", "answers", "oracle.py", "challenge.toml", "inputs.py", "results.json", "viva")
PLACES = ("/", "/answer", "/answers", "/challenges", "/work", "/home", "/root", "/tmp", "/var/tmp", "/run", "/mnt", "/srv", "..")


def attack():
    return [(place, name) for place in PLACES for name in NAMES if os.path.exists(os.path.join(place, name))]
