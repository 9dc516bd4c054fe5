# floor: 4
# ceiling: 4
# misses: reset_goes_back, reset_returns_nothing, reset_one_only
def make_counter(start=0):
    def counter():
        nonlocal start
        start += 1
        return start

    return counter
