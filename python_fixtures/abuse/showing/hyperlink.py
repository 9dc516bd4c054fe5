# tries: hides a link behind a word by OSC 8
# wall: texts are cleaned before they are shown
# outcome: unmet

TEXT = '\x1b]8;;https://evil.example/\x07the report\x1b]8;;\x07'


def fail(name, wait=0.0):
    print(TEXT)
    raise RuntimeError(TEXT)
