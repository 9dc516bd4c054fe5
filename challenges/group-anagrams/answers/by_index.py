# floor: 4
# ceiling: 4
# misses: any_iterable
def group_anagrams(words):
    groups = {}
    for i in range(len(words)):
        key = "".join(sorted(words[i]))
        groups.setdefault(key, []).append(words[i])
    return list(groups.values())
