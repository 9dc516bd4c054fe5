# floor: 4
# ceiling: 4
# misses: each_its_own_list
# misconceptions: one_list_for_all
def chunked(iterable, size):
    if not isinstance(size, int):
        raise TypeError
    if size < 1:
        raise ValueError

    def chunks():
        buffer = []
        for item in iterable:
            buffer.append(item)
            if len(buffer) >= size:
                yield buffer
                buffer.clear()
        if buffer:
            yield buffer

    return chunks()
