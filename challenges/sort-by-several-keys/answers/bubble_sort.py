# floor: 3
# ceiling: 3
# misses: sorts_by_key, none_last, absent_last, missing_by_name
def rank(people):
    result = people[:]
    for end in range(len(result) - 1, 0, -1):
        for i in range(end):
            a, b = result[i], result[i + 1]
            later_name = a["name"].casefold() > b["name"].casefold()
            if a["score"] < b["score"] or (a["score"] == b["score"] and later_name):
                result[i], result[i + 1] = b, a
    return result
