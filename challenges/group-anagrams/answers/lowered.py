# floor: 3
# ceiling: 3
# misses: case_matters
# misconceptions: folds_case
from collections import defaultdict


def group_anagrams(words):
    groups = defaultdict(list)
    for word in words:
        groups["".join(sorted(word.lower()))].append(word)
    return list(groups.values())
