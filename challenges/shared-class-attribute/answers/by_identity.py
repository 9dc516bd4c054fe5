# floor: 4
# ceiling: 4
# misses: copy_apart, deepcopy_apart, pickle_apart
# The items stand outside the baskets, by a number that copies take with them.
class Basket:
    _all = []

    def __init__(self):
        self._number = len(Basket._all)
        Basket._all.append([])

    def add(self, item):
        Basket._all[self._number].append(item)

    @property
    def items(self):
        return list(Basket._all[self._number])

    @staticmethod
    def total_baskets():
        return len(Basket._all)
