# floor: 4
# ceiling: 5
class Basket:
    _baskets = 0

    def __init__(self):
        self._items = []
        Basket._baskets += 1

    def add(self, item):
        self._items.append(item)

    @property
    def items(self):
        return list(self._items)

    @classmethod
    def total_baskets(cls):
        return Basket._baskets

    def __copy__(self):
        other = type(self).__new__(type(self))
        other.__dict__.update(self.__dict__)
        other._items = list(self._items)
        return other
