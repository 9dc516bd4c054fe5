from contextlib import contextmanager


def managed_file(path, mode="r"):
    ...
