# floor: 4
# ceiling: 4
# misses: linear, error_changes_nothing
# misconceptions: remove_is_free
def remove_negatives(numbers):
    for number in numbers[:]:
        if number < 0:
            numbers.remove(number)


def drop_expired(sessions, now):
    for key in list(sessions):
        if sessions[key] <= now:
            del sessions[key]
