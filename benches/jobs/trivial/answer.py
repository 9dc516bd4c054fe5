"""Doubles a number."""


def double(number):
    """Twice the number."""
    return 2 * number
