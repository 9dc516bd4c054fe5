# floor: 3
# ceiling: 3
# misses: stable, stable_by_key, items_without_order
def merge_sorted(*iterables, key=lambda item: item):
    if key is None:
        key = lambda item: item
    heads = {}
    iterators = dict(enumerate(map(iter, iterables)))

    def pull(n):
        try:
            heads[n] = next(iterators[n])
        except StopIteration:
            heads.pop(n, None)

    for n in iterators:
        pull(n)
    while heads:
        n = min(reversed(sorted(heads)), key=lambda n: key(heads[n]))
        yield heads[n]
        pull(n)
