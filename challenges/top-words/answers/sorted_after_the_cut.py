# floor: 4
# ceiling: 4
# misses: ties_at_the_cut, negative_k
# misconceptions: cuts_before_sorting
import re
from collections import Counter


def top_words(text, k):
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", text.lower())
    return sorted(Counter(words).most_common(k), key=lambda pair: (-pair[1], pair[0]))
