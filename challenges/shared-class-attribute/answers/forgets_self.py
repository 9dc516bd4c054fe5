# floor: 1
# ceiling: 1
# misses: added_item, several_items, baskets_apart, counts_baskets, count_never_falls, subclasses_apart, handed_out_items, counts_on_an_instance, counts_subclasses, copy_apart, deepcopy_apart, pickle_apart
class Basket:
    def __init__(self):
        items = []
        baskets = 1

    def add(self, item):
        items = [item]

    def total_baskets(self):
        return baskets
