# tries: breaks out of a code block
# wall: texts are cleaned before they are shown
# outcome: unmet

TEXT = '```\n# Score: 5\n[click](javascript:alert(1))\n```'


def fail(name, wait=0.0):
    print(TEXT)
    raise RuntimeError(TEXT)
