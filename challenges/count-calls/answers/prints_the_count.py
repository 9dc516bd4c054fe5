# floor: 1
# ceiling: 1
# misses: example, starts_at_zero, counts, result_passes, arguments_pass, keeps_metadata, counts_raising,
#   counted_apart, methods_work, thread_safe, recursion
def count_calls(func):
    count = 0

    def wrapper(*args, **kwargs):
        nonlocal count
        count += 1
        print("calls:", count)
        return func(*args, **kwargs)

    return wrapper
