# tries: ends texts early for programs in C
# wall: texts are cleaned before they are shown
# outcome: unmet

TEXT = '\x00met\x00'


def fail(name, wait=0.0):
    print(TEXT)
    raise RuntimeError(TEXT)
