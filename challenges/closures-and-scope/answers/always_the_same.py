# floor: 2
# ceiling: 2
# misses: counts_on, independent, start_honoured, keeps_state_well, reset_goes_back,
# reset_returns_nothing, reset_one_only
# misconceptions: state_starts_again, one_count_for_all
def make_counter(start=0):
    def counter():
        count = start
        count += 1
        return count

    return counter
