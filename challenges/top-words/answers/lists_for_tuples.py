# floor: 2
# ceiling: 2
# misses: example, list_of_tuples
import re
from collections import Counter


def top_words(text, k):
    if k < 0:
        raise ValueError("k must be at least 0")
    counts = Counter(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", text.lower()))
    return [
        [word, count]
        for count, word in sorted((-n, word) for word, n in counts.items())
        for count in [-count]
    ][:k]
