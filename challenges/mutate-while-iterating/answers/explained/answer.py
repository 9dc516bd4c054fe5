# floor: 5
# ceiling: 5
def remove_negatives(numbers):
    numbers[:] = [number for number in numbers if number >= 0]


def drop_expired(sessions, now):
    for key in [key for key, expiry in sessions.items() if expiry <= now]:
        del sessions[key]
