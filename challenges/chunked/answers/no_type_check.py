# floor: 4
# ceiling: 4
# misses: refuses_float_size
from itertools import islice


def chunked(iterable, size):
    if size < 1:
        raise ValueError("size must be positive")

    def chunks():
        it = iter(iterable)
        while True:
            chunk = list(islice(it, int(size)))
            if not chunk:
                return
            yield chunk

    return chunks()
