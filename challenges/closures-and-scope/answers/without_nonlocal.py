# floor: 1
# ceiling: 1
# misses: first_call, counts_on, independent, start_honoured, keeps_state_well, reset_goes_back,
# reset_returns_nothing, reset_one_only
def make_counter(start=0):
    count = start

    def counter():
        count += 1
        return count

    return counter
