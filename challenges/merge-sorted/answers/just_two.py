# floor: 2
# ceiling: 2
# misses: merges_many, empty_among_them, gives_an_iterator, endless_sources, keeps_duplicates,
#         stable, stable_by_key, by_key, key_none, reads_one_ahead, thousand_sources
def merge_sorted(a, b, key=None):
    key = key or (lambda x: x)
    a, b = iter(a), iter(b)
    done = object()
    x = next(a, done)
    y = next(b, done)
    while x is not done and y is not done:
        if key(x) <= key(y):
            yield x
            x = next(a, done)
        else:
            yield y
            y = next(b, done)
    while x is not done:
        yield x
        x = next(a, done)
    while y is not done:
        yield y
        y = next(b, done)
