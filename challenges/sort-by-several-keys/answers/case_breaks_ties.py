# floor: 3
# ceiling: 3
# misses: stable, case_folded
# misconceptions: case_breaks_ties
def rank(people):
    def key(person):
        score = person.get("score")
        if score is None:
            return 1, 0, person["name"].casefold(), person["name"]
        return 0, -score, person["name"].casefold(), person["name"]

    return sorted(people, key=key)
