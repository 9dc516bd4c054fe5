# floor: 3
# ceiling: 3
# misses: keeps_state_well
def make_counter(start=0):
    count = [start]

    def counter():
        count[0] += 1
        return count[0]

    def reset():
        count[0] = start

    counter.reset = reset
    return counter
