# floor: 2
# ceiling: 2
# misses: returns_nothing
def remove_negatives(numbers):
    numbers[:] = [n for n in numbers if n >= 0]
    return numbers


def drop_expired(sessions, now):
    for key in [k for k, expiry in sessions.items() if expiry <= now]:
        del sessions[key]
    return sessions
