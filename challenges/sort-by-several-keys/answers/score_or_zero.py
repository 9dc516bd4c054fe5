# floor: 4
# ceiling: 4
# misses: none_last, absent_last
# misconceptions: missing_is_a_number
def rank(people):
    return sorted(people, key=lambda p: (-(p.get("score") or 0), p["name"].casefold()))
