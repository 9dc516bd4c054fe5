# floor: 4
# ceiling: 5
from math import inf


def rank(people):
    def score(p):
        return -inf if p.get("score") is None else p["score"]

    return sorted(people, key=lambda p: (-score(p), p["name"].casefold()))
