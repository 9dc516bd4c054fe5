# floor: 4
# ceiling: 4
# misses: sums, sorting
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Money:
    amount: Decimal
    currency: str

    def __post_init__(self):
        if isinstance(self.amount, float):
            raise TypeError("float")
        object.__setattr__(self, "amount", Decimal(self.amount))

    def _other(self, other):
        if not self.amount or not other.amount:
            raise TypeError("nothing is no money")
        if self.currency != other.currency:
            raise ValueError("currency")
        return other.amount

    def __add__(self, other):
        return Money(self.amount + self._other(other), self.currency)

    def __lt__(self, other):
        return self.amount < self._other(other)

    def __le__(self, other):
        return self.amount <= self._other(other)

    def __gt__(self, other):
        return self.amount > self._other(other)

    def __ge__(self, other):
        return self.amount >= self._other(other)
