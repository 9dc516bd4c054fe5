# floor: 4
# ceiling: 4
# misses: independent_lists
# misconceptions: made_once_for_all
from functools import lru_cache


@lru_cache
def create_multipliers(n=5):
    return [lambda x, factor=i: factor * x for i in range(n)]
