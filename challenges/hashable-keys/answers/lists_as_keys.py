# floor: 1
# ceiling: 1
# misses: counts_rows, rows_told_apart, keys_are_tuples, coordinates_readable, equal_points, one_key,
# nested_rows, no_tuple, immutable, number_types, gives_way
def count_rows(rows):
    counts = {}
    for row in rows:
        if row in counts:
            counts[row] += 1
        else:
            counts[row] = 1
    return counts


class Point:
    def __init__(self, x, y):
        self._x = x
        self._y = y
