# floor: 3
# ceiling: 3
# misses: start_honoured, reset_goes_back, reset_one_only
# misconceptions: start_is_zero
def make_counter(start=0):
    x = 0

    def count():
        nonlocal x
        x += 1
        return x

    def reset():
        nonlocal x
        x = 0

    count.reset = reset
    return count
