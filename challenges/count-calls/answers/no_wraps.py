# floor: 3
# ceiling: 3
# misses: keeps_metadata, thread_safe
# misconceptions: name_is_lost, plus_equals_is_atomic
def count_calls(func):
    def wrapper(*args, **kwargs):
        wrapper.calls = wrapper.calls + 1
        result = func(*args, **kwargs)
        return result

    wrapper.calls = 0
    return wrapper
