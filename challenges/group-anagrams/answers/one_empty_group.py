# floor: 3
# ceiling: 3
# misses: empty_input
def group_anagrams(words):
    groups = {}
    for word in words:
        groups.setdefault(tuple(sorted(word)), []).append(word)
    if not groups:
        return [[]]
    return list(groups.values())
