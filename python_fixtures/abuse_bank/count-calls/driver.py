"""Counts how often a function is called."""

from viva.driver import case, watched


@case
def calls(answer, see, rng):
    made = []
    answer.repeat(lambda number: made.append(1), rng.randint(5, 50))
    see.calls = len(made)


@case
def order(answer, see, rng):
    results = [rng.randrange(10**6) for _ in range(4)]
    see.results = list(answer.repeat(lambda number: results[number], 4))


@case
def arguments(answer, see, rng):
    given, times = [], rng.randint(5, 50)
    numbers = watched(answer.repeat(lambda number: given.append(number) or number, times), limit=100)
    see.read = list(numbers)
    see.given = given
