# floor: 1
# ceiling: 1
# misses: example, one_word, counts, most_frequent_first, only_k, case_ignored, inner_apostrophe, list_of_tuples,
#   ties_alphabetical, punctuation_separates, digits_separate, underscores_separate, outer_apostrophes, other_quotes,
#   k_above, k_zero, ties_at_the_cut, negative_k, unicode_letters, uses_counter
def top_words(text, k):
    words = text.lower().split()
    return sorted(set(words), key=words.count, reverse=True)[:k]
