# floor: 2
# ceiling: 2
# misses: ties_by_name, ignores_case, none_last, absent_last, missing_by_name
# misconceptions: reverse_turns_one_key
def rank(people):
    return sorted(people, key=lambda p: (p["score"], p["name"].casefold()), reverse=True)
