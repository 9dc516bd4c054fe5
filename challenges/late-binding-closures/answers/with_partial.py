# floor: 2
# ceiling: 5
from functools import partial
from operator import mul


def create_multipliers(n: int = 5) -> list:
    return [partial(mul, i) for i in range(n)]
