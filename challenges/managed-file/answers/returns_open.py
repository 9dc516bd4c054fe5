# floor: 3
# ceiling: 3
# misses: missing_file_raises_at_entry, call_alone_opens_nothing, protects_the_yield, uses_contextmanager
# misconceptions: opens_at_the_call
def managed_file(path, mode="r"):
    return open(path, mode)
