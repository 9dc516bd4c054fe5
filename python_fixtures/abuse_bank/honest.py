"""What an honest candidate hands in for `sum-pairs`."""


def add(a, b):
    return a + b
