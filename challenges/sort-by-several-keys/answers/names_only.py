# floor: 1
# ceiling: 1
# misses: by_score, ties_by_name, ignores_case, list_of_dicts, stable, input_untouched, none_last,
# absent_last, missing_by_name, case_folded
def rank(people):
    return [p["name"] for p in sorted(people, key=lambda p: (p["name"].lower(), -p["score"]))]
