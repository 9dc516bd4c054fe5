# floor: 3
# ceiling: 3
# misses: sorts_by_key
from functools import cmp_to_key


def compare(one, other):
    a, b = one.get("score"), other.get("score")
    if a != b:
        if a is None:
            return 1
        if b is None:
            return -1
        return -1 if a > b else 1
    first, second = one["name"].casefold(), other["name"].casefold()
    return (first > second) - (first < second)


def rank(people):
    return sorted(people, key=cmp_to_key(compare))
