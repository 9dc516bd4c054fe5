# tries: runs a script in whoever shows the report as a page
# wall: texts are cleaned before they are shown
# outcome: unmet

TEXT = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'><svg/onload=alert(1)>&lt;'


def fail(name, wait=0.0):
    print(TEXT)
    raise RuntimeError(TEXT)
