# floor: 3
# ceiling: 3
# misses: ties_alphabetical, punctuation_separates, digits_separate, underscores_separate, other_quotes, k_above,
#   k_zero, ties_at_the_cut, negative_k, uses_counter
# misconceptions: split_at_white_space, most_common_breaks_ties
import string


def top_words(text, k):
    words = text.lower().split()
    counts = {}
    for word in words:
        word = word.strip(string.punctuation)
        if word == "":
            continue
        if word in counts:
            counts[word] = counts[word] + 1
        else:
            counts[word] = 1
    result = []
    while True:
        best = None
        for word in counts:
            if best is None or counts[word] > counts[best]:
                best = word
        result.append((best, counts[best]))
        del counts[best]
        if len(result) == k:
            return result
