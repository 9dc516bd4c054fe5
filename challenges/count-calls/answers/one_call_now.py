# floor: 1
# ceiling: 1
# misses: example, starts_at_zero, counts, result_passes, arguments_pass, keeps_metadata, counts_raising,
#   counted_apart, methods_work, thread_safe, recursion
def count_calls(func):
    calls = 0
    func()
    calls += 1
    return calls
