# tries: starts cells with formulas
# wall: texts are cleaned before they are shown
# outcome: unmet

TEXT = '=cmd|\'/c calc\'!A1\n+1+1\n-1\n@SUM(1)\t"x",\r=1'


def fail(name, wait=0.0):
    print(TEXT)
    raise RuntimeError(TEXT)
