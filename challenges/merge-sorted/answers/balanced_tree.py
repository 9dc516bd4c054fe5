# floor: 5
# ceiling: 5
# Merges two at a time, as a balanced tree, so a thousand sources are ten levels deep.
def _two(left, right, key):
    left, right = iter(left), iter(right)
    end = object()
    a, b = next(left, end), next(right, end)
    while a is not end and b is not end:
        if key(b) < key(a):
            yield b
            b = next(right, end)
        else:
            yield a
            a = next(left, end)
    if a is not end:
        yield a
        yield from left
    if b is not end:
        yield b
        yield from right


def merge_sorted(*iterables, key=None):
    key = key or (lambda item: item)

    def tree(sources):
        if len(sources) < 2:
            return iter(sources[0] if sources else ())
        half = len(sources) // 2
        return _two(tree(sources[:half]), tree(sources[half:]), key)

    return tree(iterables)
