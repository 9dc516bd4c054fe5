"""Counts words."""


def count(text):
    """How often each word is in a text, whatever its case."""
    counts = {}
    for word in text.lower().split():
        counts[word] = counts.get(word, 0) + 1
    return counts
