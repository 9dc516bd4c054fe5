# floor: 4
# ceiling: 4
# misses: counts_subclasses, copy_apart
# misconceptions: count_of_each_class, copies_share_the_list
class Basket:
    baskets = 0

    def __init__(self):
        self._items = []
        type(self).baskets += 1

    def add(self, item):
        self._items.append(item)

    @property
    def items(self):
        return tuple(self._items)

    @classmethod
    def total_baskets(cls):
        return cls.baskets
