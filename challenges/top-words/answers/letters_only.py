# floor: 2
# ceiling: 2
# misses: inner_apostrophe, outer_apostrophes
import re
from collections import Counter


def top_words(text, k):
    if k < 0:
        raise ValueError("k must be at least 0")
    counts = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:k]
