# floor: 3
# ceiling: 4
# misses: linear
# misconceptions: remove_is_free
def remove_negatives(numbers):
    copy = list(numbers)
    for number in [number for number in copy if number < 0]:
        copy.remove(number)
    numbers[:] = copy


def drop_expired(sessions, now):
    expired = [key for key, expiry in sessions.items() if expiry <= now]
    for key in expired:
        sessions.pop(key)
