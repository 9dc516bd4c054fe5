# floor: 2
# ceiling: 2
# misses: short_last, only_a_short_one
# misconceptions: rest_is_lost
def chunked(iterable, size):
    if not isinstance(size, int):
        raise TypeError("int, please")
    if size < 1:
        raise ValueError("1 or more, please")
    return map(list, zip(*[iter(iterable)] * size))
