# floor: 4
# ceiling: 4
# misses: unicode_letters
# misconceptions: letters_are_a_to_z
import re
from collections import Counter


def top_words(text, k):
    if k < 0:
        raise ValueError("k must be at least 0")
    counts = Counter(re.findall(r"[a-z]+(?:'[a-z]+)*", text.lower()))
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:k]
