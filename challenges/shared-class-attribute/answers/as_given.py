# floor: 2
# ceiling: 2
# misses: baskets_apart, counts_baskets, count_never_falls, subclasses_apart, handed_out_items, counts_on_an_instance, counts_subclasses, copy_apart, deepcopy_apart, pickle_apart
# misconceptions: class_body_per_instance, self_counts_for_all
class Basket:
    items = []
    baskets = 0

    def __init__(self):
        self.baskets += 1

    def add(self, item):
        self.items.append(item)

    @classmethod
    def total_baskets(cls):
        return cls.baskets
