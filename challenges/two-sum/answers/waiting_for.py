# floor: 4
# ceiling: 5
def two_sum(numbers, target):
    waiting = {}
    for place, number in enumerate(numbers):
        if number in waiting:
            return (waiting[number], place)
        wanted = target - number
        if wanted not in waiting:
            waiting[wanted] = place
    return None
