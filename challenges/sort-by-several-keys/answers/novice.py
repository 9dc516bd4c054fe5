# floor: 4
# ceiling: 5
def get_name(person):
    return person["name"].casefold()


def get_score(person):
    return person["score"]


def rank(people):
    with_score = []
    without_score = []
    for person in people:
        if "score" in person and person["score"] is not None:
            with_score.append(dict(person))
        else:
            without_score.append(dict(person))
    with_score.sort(key=get_name)
    with_score.sort(key=get_score, reverse=True)
    without_score.sort(key=get_name)
    return with_score + without_score
