# floor: 3
# ceiling: 3
# misses: falsy_results, none_result, keeps_metadata, threads_one_call, threads_all_see, uses_lock
# misconceptions: false_means_not_run, check_then_act
def once(func):
    result = None

    def wrapper(*args, **kwargs):
        nonlocal result
        if not result:
            result = func(*args, **kwargs)
        return result

    return wrapper
