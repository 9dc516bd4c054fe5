# floor: 3
# ceiling: 3
# misses: handed_out_items, copy_apart
# misconceptions: hands_out_its_own_list, copies_share_the_list
class Basket:
    baskets = 0

    def __init__(self):
        self.items = []
        Basket.baskets += 1

    def add(self, item):
        self.items.append(item)

    @classmethod
    def total_baskets(cls):
        return Basket.baskets
