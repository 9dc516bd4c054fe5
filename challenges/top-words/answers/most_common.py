# floor: 3
# ceiling: 3
# misses: ties_alphabetical, ties_at_the_cut, negative_k
# misconceptions: most_common_breaks_ties
import re
from collections import Counter


def top_words(text, k):
    return Counter(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", text.lower())).most_common(k)
