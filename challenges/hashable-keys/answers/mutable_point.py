# floor: 3
# ceiling: 3
# misses: immutable, gives_way
# misconceptions: not_my_type_is_false
def freeze(item):
    return tuple(map(freeze, item)) if isinstance(item, list) else item


def count_rows(rows):
    keys = [freeze(row) for row in rows]
    return {key: keys.count(key) for key in keys}


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))
