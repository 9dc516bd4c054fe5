# floor: 5
# ceiling: 5
from dataclasses import dataclass
from decimal import Decimal


@dataclass(init=False, frozen=True, eq=True)
class Money:
    __slots__ = ("amount", "currency")
    amount: Decimal
    currency: str

    def __init__(self, amount, currency):
        if type(amount) is float:
            raise TypeError("give the amount as a text: %r" % str(amount))
        object.__setattr__(self, "amount", Decimal(amount))
        object.__setattr__(self, "currency", currency)

    def _compare(self, other):
        if self.currency != other.currency:
            raise ValueError("different currencies")
        return self.amount.compare(other.amount)

    def __lt__(self, other):
        return self._compare(other) == -1

    def __gt__(self, other):
        return self._compare(other) == 1

    def __le__(self, other):
        return self._compare(other) <= 0

    def __ge__(self, other):
        return self._compare(other) >= 0

    def __add__(self, other):
        self._compare(other)
        return type(self)(self.amount + other.amount, self.currency)

    def __radd__(self, other):
        return self if other == 0 else NotImplemented
