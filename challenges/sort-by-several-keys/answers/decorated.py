# floor: 4
# ceiling: 5
"""Decorate, sort, undecorate."""


def rank(people):
    decorated = []
    for place, person in enumerate(people):
        score = person.get("score")
        score = (1, 0) if score is None else (0, -score)
        decorated.append((score, person["name"].casefold(), place))
    decorated = [(score, name, place) for score, name, place in decorated]
    decorated.sort()
    return [people[place] for _, _, place in decorated]
