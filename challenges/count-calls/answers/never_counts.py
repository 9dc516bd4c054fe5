# floor: 2
# ceiling: 2
# misses: example, starts_at_zero, counts, counts_raising, counted_apart, methods_work, thread_safe,
#   recursion
def count_calls(func):
    func.calls = 0
    return func
