# floor: 3
# ceiling: 3
# misses: long_runs, all_none_empty, linear, error_changes_nothing
# Two passes over the broken loop: enough for two neighbours.
def remove_negatives(numbers):
    for _ in range(2):
        for number in numbers:
            if number < 0:
                numbers.remove(number)


def drop_expired(sessions, now):
    for key in list(sessions):
        if sessions[key] <= now:
            del sessions[key]
