# floor: 4
# ceiling: 5
def group_anagrams(words):
    result = []
    position_of = {}
    for word in words:
        letters = list(word)
        letters.sort()
        key = str(letters)
        if key not in position_of:
            position_of[key] = len(result)
            result.append([])
        result[position_of[key]].append(word)
    return result
