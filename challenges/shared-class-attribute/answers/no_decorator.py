# floor: 3
# ceiling: 3
# misses: counts_on_an_instance, counts_subclasses
class Basket:
    count = 0

    def __init__(self):
        self._items = ()
        Basket.count += 1

    def add(self, item):
        self._items = self._items + (item,)

    @property
    def items(self):
        return self._items

    def total_baskets():
        return Basket.count
