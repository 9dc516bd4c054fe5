"""Puts things into boxes."""

from viva.driver import aliases, case


@case
def remembers(answer, see, rng):
    box, values = answer.Box(), [rng.randrange(10**6) for _ in range(5)]
    for value in values:
        box.put(value)
    see.all = box.all()


@case
def separate(answer, see, rng):
    one, other = answer.Box(), answer.Box()
    one.put(rng.random())
    see.one, see.other = one.all(), other.all()


@case
def untouched(answer, see, rng):
    box, value = answer.Box(), [rng.random(), [rng.random()]]
    with aliases(value=value) as watch:
        box.put(value)
        see.all = box.all()
    see.changed = watch.changed
