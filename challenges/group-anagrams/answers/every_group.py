# floor: 4
# ceiling: 4
# misses: near_linear, dict_by_key
# misconceptions: every_pair
def group_anagrams(words):
    groups = []
    for word in words:
        for group in groups:
            if sorted(group[0]) == sorted(word):
                group.append(word)
                break
        else:
            groups.append([word])
    return groups
