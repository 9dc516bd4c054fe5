# floor: 2
# ceiling: 2
# misses: lists_of_lists
def group_anagrams(words):
    groups = {}
    for word in words:
        groups.setdefault("".join(sorted(word)), []).append(word)
    return groups.values()
