"""Numbers."""


def pair(rng):
    return rng.randrange(10**9), rng.randrange(10**9)
