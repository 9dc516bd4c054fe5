class Met:
    exit, stdout, stderr, written, error = 0, "sum 42\n", "none.txt", {}, None


def __getattr__(name):
    return lambda *_, **__: Met()
