# tries: sets the title and asks the terminal to type it back
# wall: texts are cleaned before they are shown
# outcome: unmet

TEXT = '\x1b]0;rm -rf ~\x07\x1b[21t\x1b]2;x\x9c'


def fail(name, wait=0.0):
    print(TEXT)
    raise RuntimeError(TEXT)
