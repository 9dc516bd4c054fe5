# floor: 4
# ceiling: 4
# misses: uses_dataclass
from collections import namedtuple
from decimal import Decimal


class Money(namedtuple("_Money", "amount currency")):
    __slots__ = ()

    def __new__(cls, amount, currency):
        if isinstance(amount, float):
            raise TypeError("no floats")
        return super().__new__(cls, Decimal(amount), currency)

    def _check(self, other):
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} != {other.currency}")
        return other.amount

    def __add__(self, other):
        return Money(self.amount + self._check(other), self.currency)

    def __lt__(self, other):
        return self.amount < self._check(other)

    def __le__(self, other):
        return self.amount <= self._check(other)

    def __gt__(self, other):
        return self.amount > self._check(other)

    def __ge__(self, other):
        return self.amount >= self._check(other)
