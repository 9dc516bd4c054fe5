"""Inputs that are drawn alike in both runtimes."""


def draw(rng):
    return [rng.randint(0, 10**6), rng.choice("abc"), rng.sample(range(100), 5)]
