"""What a warehouse has on hand, what it is worth, and everything that was done."""


class OutOfStock(ValueError):
    """More was to be shipped than is on hand."""


class UnknownItem(KeyError):
    """There is no item with this SKU."""


class NothingToUndo(LookupError):
    """Every change was taken back."""


class Ledger:
    """Items by SKU, with an audit trail and undo."""

    def add_item(self, sku, price): ...

    def set_price(self, sku, price): ...

    def receive(self, sku, quantity): ...

    def ship(self, sku, quantity, discount=0): ...

    def on_hand(self, sku): ...

    def price(self, sku): ...

    def value(self): ...

    def undo(self): ...

    def audit(self): ...

    def batch(self): ...

    @classmethod
    def replay(cls, entries): ...
