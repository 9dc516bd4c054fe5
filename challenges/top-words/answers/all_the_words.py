# floor: 2
# ceiling: 2
# misses: only_k, k_zero, ties_at_the_cut, negative_k
import re
from collections import Counter


def top_words(text, k):
    counts = Counter(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", text.lower()))
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
