# floor: 3
# ceiling: 3
# misses: digits_separate, underscores_separate, outer_apostrophes, negative_k
# misconceptions: word_characters_are_letters, apostrophe_is_a_letter
import re
from collections import Counter


def top_words(text, k):
    counts = Counter(re.findall(r"[\w']+", text.lower()))
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:k]
