# floor: 5
# ceiling: 5
from __future__ import annotations

import re
from collections import Counter
from heapq import nsmallest

# A letter is what is alphanumeric but neither a digit nor the underscore.
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def top_words(text: str, k: int) -> list[tuple[str, int]]:
    """The k most frequent words with their counts; ties in alphabetical order."""
    if k < 0:
        raise ValueError(f"k must not be negative: {k}")
    counts = Counter(word.lower() for word in WORD.findall(text))
    return nsmallest(k, counts.items(), key=lambda pair: (-pair[1], pair[0]))
