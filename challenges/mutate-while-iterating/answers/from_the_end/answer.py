# floor: 4
# ceiling: 4
# misses: linear, error_changes_nothing
# misconceptions: remove_is_free
def remove_negatives(numbers):
    for index in range(len(numbers) - 1, -1, -1):
        if numbers[index] < 0:
            del numbers[index]


def drop_expired(sessions, now):
    for key in tuple(sessions):
        if not sessions[key] > now:
            del sessions[key]
