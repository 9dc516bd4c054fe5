# floor: 2
# ceiling: 2
# misses: repeated_letters, near_linear
# misconceptions: set_of_letters
def group_anagrams(words):
    groups = {}
    for word in words:
        groups.setdefault(frozenset(word), []).append(word)
    return list(groups.values())
