# floor: 4
# ceiling: 5
def remove_negatives(numbers):
    new_list = []
    for n in numbers:
        if n < 0:
            continue
        else:
            new_list.append(n)
    del numbers[:]
    for n in new_list:
        numbers.append(n)
    return None


def drop_expired(sessions, now):
    keys = list(sessions.keys())
    for key in keys:
        if sessions[key] <= now:
            sessions.pop(key, None)
    return None
