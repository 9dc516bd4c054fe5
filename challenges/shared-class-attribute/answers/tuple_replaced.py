# floor: 4
# ceiling: 5
class Basket:
    items = ()
    count = 0

    def __init__(self):
        Basket.count += 1

    def add(self, item):
        self.items += (item,)

    @staticmethod
    def total_baskets():
        return Basket.count
