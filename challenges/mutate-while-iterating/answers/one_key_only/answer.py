# floor: 3
# ceiling: 3
# misses: several_expired
def remove_negatives(numbers):
    numbers[:] = [n for n in numbers if n >= 0]


def drop_expired(sessions, now):
    for key in sessions:
        if sessions[key] <= now:
            del sessions[key]
            break
