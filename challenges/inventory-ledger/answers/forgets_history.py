# floor: 3
# ceiling: 3
# misses: undo_in_trail, any_context, bools_refused, replays, failed_batch, batch_undone,
#   entries_frozen, refused_leaves_nothing, undo_then_change
# misconceptions: undo_edits_history
"""An undo takes the entry off the trail."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any, Optional


class OutOfStock(ValueError):
    pass


class UnknownItem(KeyError):
    pass


class NothingToUndo(LookupError):
    pass


@dataclass
class Entry:
    number: int
    action: str
    sku: str
    quantity: Optional[int] = None
    amount: Any = None
    undoes: Optional[int] = None


class Ledger:
    def __init__(self):
        self._items = {}
        self._history = []
        self._trail = []

    def _get(self, sku):
        if sku not in self._items:
            raise UnknownItem(sku)
        return self._items[sku]

    @staticmethod
    def _price(price):
        if isinstance(price, float):
            raise TypeError("floats are not exact")
        try:
            price = Decimal(price)
        except InvalidOperation as error:
            raise ValueError(f"not a price: {price}") from error
        if not price.is_finite() or price < 0 or price != price.quantize(Decimal("0.01")):
            raise ValueError(f"not a price: {price}")
        return price

    @staticmethod
    def _quantity(quantity):
        if not isinstance(quantity, int):
            raise TypeError("quantity")
        if quantity < 1:
            raise ValueError("quantity")

    def _record(self, items, action, sku, quantity=None, amount=None):
        entry = Entry(len(self._trail) + 1, action, sku, quantity, amount)
        self._history.append((entry, self._items))
        self._trail.append(entry)
        self._items = {**self._items, **items}

    def add_item(self, sku, price):
        price = self._price(price)
        if sku in self._items:
            raise ValueError(f"{sku} is there already")
        self._record({sku: (price, 0)}, "add_item", sku, amount=price)

    def set_price(self, sku, price):
        _, count = self._get(sku)
        price = self._price(price)
        self._record({sku: (price, count)}, "set_price", sku, amount=price)

    def receive(self, sku, quantity):
        price, count = self._get(sku)
        self._quantity(quantity)
        self._record({sku: (price, count + quantity)}, "receive", sku, quantity)

    def ship(self, sku, quantity, discount=0):
        price, count = self._get(sku)
        self._quantity(quantity)
        if not isinstance(discount, (int, Decimal)):
            raise TypeError("discount")
        if Decimal(discount).is_nan() or not 0 <= discount <= 100:
            raise ValueError("discount")
        if quantity > count:
            raise OutOfStock(sku)
        total = (quantity * price * (100 - discount) / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
        self._record({sku: (price, count - quantity)}, "ship", sku, quantity, total)
        return total

    def on_hand(self, sku):
        return self._get(sku)[1]

    def price(self, sku):
        return self._get(sku)[0]

    def value(self):
        return sum((price * count for price, count in self._items.values()), Decimal("0.00"))

    def undo(self):
        if not self._history:
            raise NothingToUndo("nothing to undo")
        entry, self._items = self._history.pop()
        self._trail.remove(entry)
        return entry.number

    def audit(self):
        return list(self._trail)
