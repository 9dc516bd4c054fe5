# floor: 3
# ceiling: 3
# misses: subclasses_apart, copy_apart
# misconceptions: copies_share_the_list
class Basket:
    _count = 0
    _items = []

    def __init__(self):
        if type(self) is Basket:
            self._items = []
        Basket._count += 1

    def add(self, item):
        self._items.append(item)

    @property
    def items(self):
        return list(self._items)

    @classmethod
    def total_baskets(cls):
        return Basket._count
