def pair(rng):
    return 1, 1
