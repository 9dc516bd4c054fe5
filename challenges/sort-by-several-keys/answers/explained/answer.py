# floor: 5
# ceiling: 5
def rank(people):
    by_name = sorted(people, key=lambda person: person["name"].casefold())
    have = [person for person in by_name if person.get("score") is not None]
    lack = [person for person in by_name if person.get("score") is None]
    have.sort(key=lambda person: person["score"], reverse=True)
    return have + lack
