# floor: 5
# ceiling: 5
def make_counter(start=0):
    count = start

    def counter():
        nonlocal count
        count += 1
        return count

    def reset():
        nonlocal count
        count = start

    counter.reset = reset
    return counter
