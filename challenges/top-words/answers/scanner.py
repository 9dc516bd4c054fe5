# floor: 5
# ceiling: 5
"""Goes through the text letter by letter."""

import collections


class WordScanner:
    """Cuts a text into words."""

    def __init__(self, text):
        self.text = text
        self.words = []

    def is_part(self, position):
        """Whether the character here belongs to a word."""
        if self.text[position].isalpha():
            return True
        if self.text[position] != "'":
            return False
        if position == 0 or position + 1 == len(self.text):
            return False
        return self.text[position - 1].isalpha() and self.text[position + 1].isalpha()

    def scan(self):
        """Returns all words in lower case."""
        current = []
        for position in range(len(self.text)):
            if self.is_part(position):
                current.append(self.text[position])
            elif current:
                self.words.append("".join(current).lower())
                current = []
        if current:
            self.words.append("".join(current).lower())
        return self.words


def top_words(text, k):
    if k < 0:
        raise ValueError("k cannot be negative")
    counter = collections.Counter()
    for word in WordScanner(text).scan():
        counter[word] += 1
    # Two stable sorts: first by word, then by count.
    ordered = sorted(counter.items())
    ordered.sort(key=lambda item: item[1], reverse=True)
    return ordered[:k]
