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
