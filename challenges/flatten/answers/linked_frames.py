# floor: 4
# ceiling: 5
"""The stack is a chain of pairs; an endless iterator ends at a mark of its own."""


def flatten(nested):
    end = object()
    rest = (iter([nested]), None)

    def step():
        nonlocal rest
        while rest is not None:
            source, outer = rest
            item = next(source, end)
            if item is end:
                rest = outer
            elif isinstance(item, (list, tuple)):
                rest = (iter(item), rest)
            else:
                return item
        return end

    return iter(step, end)
