# floor: 5
# ceiling: 5
from collections import Counter
from itertools import groupby, islice


def top_words(text, k):
    if k < 0:
        raise ValueError(k)
    runs = groupby(text, key=lambda c: c.isalpha() or c == "'")
    words = ("".join(run).strip("'").lower() for inside, run in runs if inside)
    tally = Counter(filter(None, words))
    return list(islice(sorted(tally.items(), key=lambda item: (-item[1], item[0])), k))
