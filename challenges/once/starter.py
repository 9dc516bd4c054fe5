"""Run once: write `once`."""


def once(func):
    """Make a function that runs `func` until it has succeeded once, then returns that result."""
    raise NotImplementedError
