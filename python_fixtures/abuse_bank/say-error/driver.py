"""Catches what is raised, under a clock of its own."""

from viva.driver import case, fake_clock, printed, raised


@case
def fails(answer, see, rng):
    see.error = raised(answer.fail, f"name-{rng.randrange(10**6)}")


@case
def sleeps(answer, see, rng):
    with fake_clock() as clock:
        raised(answer.fail, "n", wait=rng.randrange(1, 9))
    see.sleeps = clock.sleeps


@case
def says(answer, see, rng):
    see.said = printed(raised, answer.fail, f"name-{rng.randrange(10**6)}")
