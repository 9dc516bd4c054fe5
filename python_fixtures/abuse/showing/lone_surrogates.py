# tries: prints what is no Unicode
# wall: texts are cleaned before they are shown
# outcome: unmet

TEXT = '\ud800\udc00\udfff'


def fail(name, wait=0.0):
    print(TEXT)
    raise RuntimeError(TEXT)
