# tries: hides text in characters that are not seen
# wall: texts are cleaned before they are shown
# outcome: unmet

TEXT = 'a\u200bb\u2060c\ufeff\U000e0041\U000e0042\xad\u180e\u3164'


def fail(name, wait=0.0):
    print(TEXT)
    raise RuntimeError(TEXT)
