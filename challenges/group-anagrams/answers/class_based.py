# floor: 4
# ceiling: 5
class Groups(dict):
    """Makes the group of a key that is asked for the first time."""

    def __missing__(self, key):
        group = self[key] = []
        return group

    def add(self, word):
        self[tuple(sorted(word))].append(word)


def group_anagrams(words):
    groups = Groups()
    for word in words:
        groups.add(word)
    return list(groups.values())
