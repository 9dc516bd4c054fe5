# floor: 2
# ceiling: 2
# misses: list_of_dicts
def rank(people):
    def key(person):
        score = person.get("score")
        return score is None, -(score or 0), person["name"].casefold()

    yield from sorted(people, key=key)
