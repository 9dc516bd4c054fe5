# floor: 2
# ceiling: 2
# misses: neighbours, one_expired, returns_nothing, long_runs, all_none_empty, several_expired, expires_now,
#   linear, error_changes_nothing
# misconceptions: loop_sees_every_item, dict_may_shrink_in_a_loop
def remove_negatives(numbers):
    for number in numbers:
        if number < 0:
            numbers.remove(number)


def drop_expired(sessions, now):
    for key in sessions:
        if sessions[key] <= now:
            del sessions[key]
