# floor: 4
# ceiling: 5
def make_counter(start=0):
    def counter():
        counter.count += 1
        return counter.count

    def reset():
        counter.count = start

    counter.reset = reset
    counter.reset()
    return counter
