# floor: 3
# ceiling: 3
# misses: input_untouched
# misconceptions: sort_in_place
def rank(people):
    people.sort(key=lambda p: p["name"].casefold())
    people.sort(key=lambda p: (p.get("score") is not None, p.get("score") or 0), reverse=True)
    return people
