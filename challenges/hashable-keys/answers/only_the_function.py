# floor: 2
# ceiling: 2
# misses: coordinates_readable, equal_points, one_key, no_tuple, immutable, number_types, gives_way
def freeze(item):
    return tuple(map(freeze, item)) if isinstance(item, list) else item


def count_rows(rows):
    counts = dict.fromkeys(map(freeze, rows), 0)
    for row in rows:
        counts[freeze(row)] += 1
    return counts
