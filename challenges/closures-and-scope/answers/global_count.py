# floor: 2
# ceiling: 2
# misses: independent, keeps_state_well, reset_one_only
# misconceptions: one_count_for_all
count = 0


def make_counter(start=0):
    global count
    count = start

    def counter():
        global count
        count += 1
        return count

    def reset():
        global count
        count = start

    counter.reset = reset
    return counter
