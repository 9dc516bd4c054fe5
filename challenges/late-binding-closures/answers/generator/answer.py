# floor: 2
# ceiling: 2
# misses: five_callables, none_at_all, independent_lists
def create_multipliers(n=5):
    for i in range(n):
        yield lambda x, i=i: x * i
