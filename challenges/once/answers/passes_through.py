# floor: 2
# ceiling: 2
# misses: runs_once, same_arguments, keywords_reach, other_arguments, falsy_results, none_result, independent, threads_one_call, threads_all_see, error_not_remembered, uses_lock
def once(func):
    def wrapper(*args, **kwargs):
        if not hasattr(wrapper, "done"):
            wrapper.done = True
        return func(*args, **kwargs)

    wrapper.__name__ = func.__name__
    wrapper.__doc__ = func.__doc__
    return wrapper
