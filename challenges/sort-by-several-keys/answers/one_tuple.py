# floor: 4
# ceiling: 5
def rank(people):
    def key(person):
        score = person.get("score")
        missing = score is None
        return missing, 0 if missing else -score, person["name"].casefold()

    return sorted(people, key=key)
