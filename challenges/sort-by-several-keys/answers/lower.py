# floor: 4
# ceiling: 4
# misses: case_folded
# misconceptions: lower_folds_case
def rank(people):
    return sorted(
        people,
        key=lambda p: (p.get("score") is None, -(p.get("score") or 0), p["name"].lower()),
    )
