# floor: 2
# ceiling: 2
# misses: ignores_case, stable, missing_by_name, case_folded
# misconceptions: capitals_first
def rank(people):
    return sorted(people, key=lambda p: (p.get("score") is None, -(p.get("score") or 0), p["name"]))
