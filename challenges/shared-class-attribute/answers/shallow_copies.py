# floor: 4
# ceiling: 4
# misses: copy_apart
# misconceptions: copies_share_the_list
class Basket:
    total = 0

    def __init__(self):
        self._items = []
        Basket.total += 1

    def add(self, item):
        self._items.append(item)

    @property
    def items(self):
        return self._items[:]

    @classmethod
    def total_baskets(cls):
        return Basket.total
