# tries: writes over what was printed before
# wall: texts are cleaned before they are shown
# outcome: unmet

TEXT = 'outcome: unmet\routcome: met  \x08\x08\x08\x08\x08\x0b\x0c\x85\u2028\u2029'


def fail(name, wait=0.0):
    print(TEXT)
    raise RuntimeError(TEXT)
