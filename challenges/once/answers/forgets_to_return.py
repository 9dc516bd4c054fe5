# floor: 1
# ceiling: 1
# misses: first_result, runs_once, same_arguments, keywords_reach, waits_for_first_call, other_arguments, falsy_results, none_result, keeps_metadata, independent, threads_one_call, threads_all_see, error_is_raised, error_not_remembered, uses_lock
def once(func):
    def wrapper(*args, **kwargs):
        func(*args, **kwargs)

    return wrapper
