# floor: 4
# ceiling: 5
"""Each change is kept with the function that takes it back."""

import contextlib
from collections import namedtuple
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation, localcontext

EXACT = Context(prec=1000, rounding=ROUND_HALF_UP, traps=[InvalidOperation])
Entry = namedtuple("Entry", "number action sku quantity amount undoes before batch")


class OutOfStock(ValueError):
    pass


class UnknownItem(KeyError):
    pass


class NothingToUndo(LookupError):
    pass


def number(value, kinds):
    if type(value) not in kinds:
        raise TypeError(f"{value!r} is a {type(value).__name__}")
    with localcontext(EXACT):
        try:
            result = Decimal(value)
        except InvalidOperation:
            raise ValueError(f"{value!r} is no number") from None
    if not result.is_finite() or result < 0:
        raise ValueError(f"{value!r} is out of range")
    return result


def price_of(value):
    price = number(value, (str, int, Decimal))
    with localcontext(EXACT):
        if price != price.quantize(Decimal("0.01")):
            raise ValueError(f"{value!r} has more than two decimals")
        return price.quantize(Decimal("0.01"))


def whole(quantity):
    if type(quantity) is not int:
        raise TypeError("quantities are ints")
    if quantity <= 0:
        raise ValueError("quantities are positive")
    return quantity


class Ledger:
    def __init__(self):
        self.prices = {}
        self.stock = {}
        self.entries = []
        self.done = []
        self.current = None

    def known(self, sku):
        if sku not in self.prices:
            raise UnknownItem(sku)
        return sku

    def on_hand(self, sku):
        return self.stock[self.known(sku)]

    def price(self, sku):
        return self.prices[self.known(sku)]

    def value(self):
        with localcontext(EXACT):
            return sum((self.prices[sku] * count for sku, count in self.stock.items()), Decimal(0))

    def audit(self):
        return self.entries[:]

    def note(self, action, sku, quantity=None, amount=None):
        before = (self.prices.get(sku), self.stock.get(sku))
        entry = Entry(len(self.entries) + 1, action, sku, quantity, amount, None, before, self.current)
        self.entries.append(entry)
        self.done.append(entry)

    def add_item(self, sku, price):
        price = price_of(price)
        if sku in self.prices:
            raise ValueError(f"{sku} exists")
        self.note("add_item", sku, amount=price)
        self.prices[sku] = price
        self.stock[sku] = 0

    def set_price(self, sku, price):
        self.known(sku)
        price = price_of(price)
        self.note("set_price", sku, amount=price)
        self.prices[sku] = price

    def receive(self, sku, quantity):
        self.known(sku)
        self.note("receive", sku, whole(quantity))
        self.stock[sku] += quantity

    def ship(self, sku, quantity, discount=0):
        self.known(sku)
        whole(quantity)
        discount = number(discount, (int, Decimal))
        if discount > 100:
            raise ValueError("no more than all of it")
        if self.stock[sku] < quantity:
            raise OutOfStock(sku)
        with localcontext(EXACT):
            total = self.prices[sku] * quantity * (100 - discount) / 100
            total = total.quantize(Decimal("0.01"))
        self.note("ship", sku, quantity, total)
        self.stock[sku] -= quantity
        return total

    def restore(self):
        entry = self.done.pop()
        price, stock = entry.before
        if price is None:
            del self.prices[entry.sku], self.stock[entry.sku]
        else:
            self.prices[entry.sku], self.stock[entry.sku] = price, stock
        return entry

    def undo(self):
        if not self.done:
            raise NothingToUndo()
        batch = self.done[-1].batch
        entry = self.undo_one()
        while batch and self.done and self.done[-1].batch == batch:
            entry = self.undo_one()
        return entry.number

    def undo_one(self):
        entry = self.restore()
        self.entries.append(
            Entry(len(self.entries) + 1, "undo", entry.sku, None, None, entry.number, None, None)
        )
        return entry

    @contextlib.contextmanager
    def batch(self):
        length = len(self.entries)
        self.current = length + 1
        try:
            yield
        except BaseException:
            while len(self.entries) > length:
                self.entries.pop()
                self.restore()
            raise
        finally:
            self.current = None

    @classmethod
    def replay(cls, entries):
        ledger = cls()
        for entry in entries:
            if entry.action == "undo":
                ledger.restore()
                ledger.entries.append(entry)
                continue
            ledger.entries.append(entry)
            ledger.done.append(entry)
            price, stock = entry.before
            if entry.action in ("add_item", "set_price"):
                price = entry.amount
            sign = {"receive": 1, "ship": -1}.get(entry.action, 0)
            ledger.prices[entry.sku] = price
            ledger.stock[entry.sku] = (stock or 0) + sign * (entry.quantity or 0)
        return ledger
