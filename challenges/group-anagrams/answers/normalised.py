# floor: 4
# ceiling: 4
# misses: no_normalisation
import unicodedata
from collections import defaultdict


def group_anagrams(words):
    groups = defaultdict(list)
    for word in words:
        groups[tuple(sorted(unicodedata.normalize("NFC", word)))].append(word)
    return list(groups.values())
