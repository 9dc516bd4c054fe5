# floor: 2
# ceiling: 2
# misses: several_items, baskets_apart, counts_baskets, count_never_falls, handed_out_items, counts_on_an_instance, counts_subclasses, copy_apart, deepcopy_apart, pickle_apart
# misconceptions: class_body_per_instance, self_counts_for_all
class Basket:
    def __init__(self):
        self.items = []

    def add(self, item):
        self.items = [item]

    def total_baskets(self):
        return len(self.items)
