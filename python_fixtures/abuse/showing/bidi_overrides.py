# tries: turns the reading direction, so that a line reads otherwise than it is
# wall: texts are cleaned before they are shown
# outcome: unmet

TEXT = '\u202esreggirt\u202c \u2066abc\u2069 \u200f\u061c'


def fail(name, wait=0.0):
    print(TEXT)
    raise RuntimeError(TEXT)
