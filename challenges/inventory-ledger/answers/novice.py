# floor: 2
# ceiling: 2
# misses: exact_money, out_of_stock, two_ledgers, no_floats, wrong_prices, wrong_quantities, unknown_items,
#   duplicate_item, undoes_items, undo_to_start, undo_then_change, undo_in_trail, refused_leaves_nothing,
#   discount_half_up, wrong_discounts, trail_is_a_copy, entries_frozen, failed_batch, batch_undone, any_context,
#   replays, bools_refused, no_binary_floats, ships, values_stock, undoes_moves, trail_listed
"""Counts with floats, and everything hangs on the class."""


class OutOfStock(ValueError):
    pass


class UnknownItem(KeyError):
    pass


class NothingToUndo(LookupError):
    pass


class Ledger:
    stock = {}
    prices = {}
    log = []

    def add_item(self, sku, price):
        self.prices[sku] = float(price)
        self.stock[sku] = 0
        self.log.append(("add_item", sku))

    def set_price(self, sku, price):
        self.prices[sku] = float(price)
        self.log.append(("set_price", sku))

    def receive(self, sku, quantity):
        self.stock[sku] += quantity
        self.log.append(("receive", sku, quantity))

    def ship(self, sku, quantity, discount=0):
        self.stock[sku] -= quantity
        self.log.append(("ship", sku, quantity))
        return round(self.prices[sku] * quantity * (1 - discount / 100), 2)

    def on_hand(self, sku):
        return self.stock[sku]

    def price(self, sku):
        return self.prices[sku]

    def value(self):
        return sum(self.prices[sku] * self.stock[sku] for sku in self.stock)

    def undo(self):
        entry = self.log.pop()
        if entry[0] == "receive":
            self.stock[entry[1]] -= entry[2]
        if entry[0] == "ship":
            self.stock[entry[1]] += entry[2]

    def audit(self):
        return self.log
