# floor: 4
# ceiling: 4
# misses: missing_by_name
def rank(people):
    have = [person for person in people if person.get("score") is not None]
    lack = [person for person in people if person not in have]
    return sorted(have, key=lambda p: (-p["score"], p["name"].casefold())) + lack
