"""The ledger: items, the trail, undo."""

import contextlib
from typing import NamedTuple, Optional

from . import money
from .errors import NothingToUndo, OutOfStock, UnknownItem


class Entry(NamedTuple):
    number: int
    action: str
    sku: str
    quantity: Optional[int] = None
    amount: object = None
    undoes: Optional[int] = None
    batch: Optional[int] = None


class Item:
    __slots__ = ("cents", "quantity")

    def __init__(self, cents):
        self.cents, self.quantity = cents, 0


class Ledger:
    def __init__(self):
        self._items = {}
        self._entries = []
        self._changes = []  # (entry, what was there before), those that can be taken back
        self._batch = None

    # What only looks.

    def _item(self, sku):
        try:
            return self._items[sku]
        except KeyError:
            raise UnknownItem(sku) from None

    def on_hand(self, sku):
        return self._item(sku).quantity

    def price(self, sku):
        return money.to_decimal(self._item(sku).cents)

    def value(self):
        return money.to_decimal(sum(item.cents * item.quantity for item in self._items.values()))

    def audit(self):
        return list(self._entries)

    # What changes.

    def add_item(self, sku, price):
        cents = money.to_cents(price)
        if sku in self._items:
            raise ValueError(f"{sku} is there already")
        self._do("add_item", sku, amount=money.to_decimal(cents))

    def set_price(self, sku, price):
        self._item(sku)
        self._do("set_price", sku, amount=money.to_decimal(money.to_cents(price)))

    def receive(self, sku, quantity):
        self._item(sku)
        self._do("receive", sku, quantity=self._count(quantity))

    def ship(self, sku, quantity, discount=0):
        item = self._item(sku)
        amount = money.to_decimal(money.total_cents(self._count(quantity), item.cents, discount))
        if quantity > item.quantity:
            raise OutOfStock(f"{quantity} of {sku} are wanted and {item.quantity} on hand")
        self._do("ship", sku, quantity=quantity, amount=amount)
        return amount

    @staticmethod
    def _count(quantity):
        if isinstance(quantity, bool) or not isinstance(quantity, int):
            raise TypeError("a quantity is an int")
        if quantity < 1:
            raise ValueError("a quantity is at least 1")
        return quantity

    def _do(self, action, sku, **facts):
        self._apply(Entry(len(self._entries) + 1, action, sku, batch=self._batch, **facts))

    def _apply(self, entry):
        before = None
        if entry.action == "add_item":
            self._items[entry.sku] = Item(money.to_cents(entry.amount))
        elif entry.action == "set_price":
            item = self._items[entry.sku]
            before, item.cents = item.cents, money.to_cents(entry.amount)
        else:
            self._items[entry.sku].quantity += (
                entry.quantity if entry.action == "receive" else -entry.quantity
            )
        self._entries.append(entry)
        self._changes.append((entry, before))

    def _take_back(self):
        entry, before = self._changes.pop()
        if entry.action == "add_item":
            del self._items[entry.sku]
        elif entry.action == "set_price":
            self._items[entry.sku].cents = before
        else:
            self._items[entry.sku].quantity -= (
                entry.quantity if entry.action == "receive" else -entry.quantity
            )
        return entry

    def undo(self):
        if not self._changes:
            raise NothingToUndo("every change was taken back")
        batch = self._changes[-1][0].batch
        while True:
            entry = self._take_back()
            self._entries.append(Entry(len(self._entries) + 1, "undo", entry.sku, undoes=entry.number))
            if batch is None or not self._changes or self._changes[-1][0].batch != batch:
                return entry.number

    @contextlib.contextmanager
    def batch(self):
        start = len(self._entries)
        self._batch = start + 1
        try:
            yield self
        except BaseException:
            while len(self._entries) > start:
                self._take_back()
                self._entries.pop()
            raise
        finally:
            self._batch = None

    @classmethod
    def replay(cls, entries):
        ledger = cls()
        for entry in entries:
            if entry.action == "undo":
                ledger._take_back()
                ledger._entries.append(entry)
            else:
                ledger._apply(entry)
        return ledger
