# floor: 2
# ceiling: 2
# misses: group_order, dict_by_key
# misconceptions: sorted_first
from itertools import groupby


def group_anagrams(words):
    return [list(group) for _, group in groupby(sorted(words, key=sorted), key=sorted)]
