# floor: 3
# ceiling: 3
# misses: all_none_empty
def remove_negatives(numbers):
    numbers[:] = [n for n in numbers if n > 0]


def drop_expired(sessions, now):
    for key in [k for k in sessions if sessions[k] <= now]:
        del sessions[key]
