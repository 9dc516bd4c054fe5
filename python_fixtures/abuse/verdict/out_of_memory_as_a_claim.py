# tries: raises MemoryError by itself
# wall: nothing is earned by it
# outcome: out_of_memory
# outcome in sum-pairs: out_of_memory, out_of_memory, out_of_memory, unmet
# outcome in say-error: unmet


def wrong(*_, **__):
    raise MemoryError


add = repeat = Box = fail = wrong
