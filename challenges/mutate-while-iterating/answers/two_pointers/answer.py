# floor: 4
# ceiling: 4
# misses: error_changes_nothing
def remove_negatives(numbers):
    write = 0
    for read in range(len(numbers)):
        if numbers[read] >= 0:
            numbers[write] = numbers[read]
            write += 1
    del numbers[write:]


def drop_expired(sessions, now):
    for key, expiry in list(sessions.items()):
        if expiry <= now:
            del sessions[key]
