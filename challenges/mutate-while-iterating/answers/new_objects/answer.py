# floor: 1
# ceiling: 1
# misses: one_negative, neighbours, one_expired, returns_nothing, every_alias_sees_it, long_runs, all_none_empty,
#   several_expired, expires_now, linear, error_changes_nothing
# misconceptions: a_new_list_is_enough, dict_may_shrink_in_a_loop
def remove_negatives(numbers):
    return [number for number in numbers if number >= 0]


def drop_expired(sessions, now):
    return {key: expiry for key, expiry in sessions.items() if expiry > now}
