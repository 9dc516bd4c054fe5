# floor: 2
# ceiling: 2
# misses: count_never_falls, handed_out_items, copy_apart
# misconceptions: hands_out_its_own_list, copies_share_the_list
class Basket:
    count = 0

    def __init__(self):
        self.items = []
        Basket.count += 1

    def __del__(self):
        Basket.count -= 1

    def add(self, item):
        self.items.append(item)

    @classmethod
    def total_baskets(cls):
        return Basket.count
