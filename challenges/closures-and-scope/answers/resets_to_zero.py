# floor: 4
# ceiling: 4
# misses: reset_goes_back
# misconceptions: reset_to_zero
def make_counter(start=0):
    n = start

    def counter():
        nonlocal n
        n = n + 1
        return n

    def reset():
        nonlocal n
        n = 0

    counter.reset = reset
    return counter
