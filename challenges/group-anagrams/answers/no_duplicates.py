# floor: 3
# ceiling: 3
# misses: duplicates_kept, empty_strings
# misconceptions: drops_duplicates
def group_anagrams(words):
    groups = {}
    for word in words:
        group = groups.setdefault("".join(sorted(word)), [])
        if word not in group:
            group.append(word)
    return list(groups.values())
