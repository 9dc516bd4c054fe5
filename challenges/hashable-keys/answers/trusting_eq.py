# floor: 3
# ceiling: 3
# misses: no_tuple, gives_way
def freeze(item):
    return tuple(map(freeze, item)) if isinstance(item, list) else item


def count_rows(rows):
    result = {}
    for row in rows:
        result.setdefault(freeze(row), []).append(row)
    return {key: len(group) for key, group in result.items()}


class Point:
    def __init__(self, x, y):
        super().__setattr__("x", x)
        super().__setattr__("y", y)

    def __setattr__(self, name, value):
        raise AttributeError(name)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __hash__(self):
        return hash((self.x, self.y))
