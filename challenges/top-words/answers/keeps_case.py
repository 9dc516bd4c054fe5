# floor: 2
# ceiling: 2
# misses: case_ignored, unicode_letters
import re
from collections import Counter


def top_words(text, k):
    if k < 0:
        raise ValueError("k must be at least 0")
    counts = Counter(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", text))
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].lower()))[:k]
