"""A right answer to late-binding-closures, used where any right answer will do."""


def create_multipliers(n=5):
    return [lambda x, i=i: x * i for i in range(n)]
