# floor: 4
# ceiling: 4
# misses: near_linear, dict_by_key
# misconceptions: every_pair
def group_anagrams(words):
    keys, groups = [], []
    for word in words:
        key = "".join(sorted(word))
        if key in keys:
            groups[keys.index(key)].append(word)
        else:
            keys.append(key)
            groups.append([word])
    return groups
