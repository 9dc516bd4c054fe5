# floor: 5
# ceiling: 5
import re
from collections import Counter as C


def top_words(text, k):
    if k < 0:
        raise ValueError("k < 0")
    c = C(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", text.lower()))
    return sorted(c.items(), key=lambda p: (-p[1], p[0]))[:k]
