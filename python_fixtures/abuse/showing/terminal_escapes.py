# tries: clears the interviewer's screen and moves the cursor
# wall: texts are cleaned before they are shown
# outcome: unmet

TEXT = '\x1b[2J\x1b[H\x1b[31mscore 5\x1b[1A\x1b[0K\x9b2J'


def fail(name, wait=0.0):
    print(TEXT)
    raise RuntimeError(TEXT)
