"""Late-binding closures: mend `create_multipliers`."""


def create_multipliers(n=5):
    """Return a list of n callables; the i-th multiplies its argument by i."""
    return [lambda x: i * x for i in range(n)]
