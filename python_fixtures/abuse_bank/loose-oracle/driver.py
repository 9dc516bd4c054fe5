"""Gives texts of drawn numbers."""

from viva.driver import case


def recorded(answer, see, rng):
    see.parts = answer.parts(" ".join(str(rng.randrange(10**6)) for _ in range(3)))


@case
def each(answer, see, rng):
    recorded(answer, see, rng)


@case
def last(answer, see, rng):
    recorded(answer, see, rng)


@case
def asserted(answer, see, rng):
    recorded(answer, see, rng)


@case
def parsed(answer, see, rng):
    recorded(answer, see, rng)
