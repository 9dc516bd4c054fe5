# floor: 4
# ceiling: 4
# misses: none_last, absent_last, missing_by_name
from operator import itemgetter


def rank(people):
    people = sorted(people, key=lambda person: person["name"].casefold())
    return sorted(people, key=itemgetter("score"), reverse=True)
