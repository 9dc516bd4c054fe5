# floor: 4
# ceiling: 4
# misses: none_last, missing_by_name
def rank(people):
    def key(person):
        if "score" not in person:
            return 1, 0, person["name"].casefold()
        return 0, -person["score"], person["name"].casefold()

    return sorted(people, key=key)
