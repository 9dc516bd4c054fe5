# floor: 4
# ceiling: 4
# misses: dict_by_key
"""Near-linear by sorting twice, without a dict."""

from itertools import groupby
from operator import itemgetter


def group_anagrams(words):
    keyed = sorted(
        (("".join(sorted(word)), place, word) for place, word in enumerate(words)), key=itemgetter(0, 1)
    )
    runs = [list(run) for _, run in groupby(keyed, key=itemgetter(0))]
    runs.sort(key=lambda run: run[0][1])
    return [[word for _, _, word in run] for run in runs]
