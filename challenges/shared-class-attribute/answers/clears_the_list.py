# floor: 2
# ceiling: 2
# misses: baskets_apart, subclasses_apart, handed_out_items, copy_apart, deepcopy_apart, pickle_apart
# misconceptions: class_body_per_instance
class Basket:
    items = []
    baskets = 0

    def __init__(self):
        self.items.clear()
        Basket.baskets += 1

    def add(self, item):
        self.items.append(item)

    @classmethod
    def total_baskets(cls):
        return Basket.baskets
