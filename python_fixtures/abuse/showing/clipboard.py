# tries: writes to the interviewer's clipboard by OSC 52
# wall: texts are cleaned before they are shown
# outcome: unmet

TEXT = '\x1b]52;c;cm0gLXJmIH4=\x07\x1b]52;c;cm0gLXJmIH4=\x1b\\'


def fail(name, wait=0.0):
    print(TEXT)
    raise RuntimeError(TEXT)
