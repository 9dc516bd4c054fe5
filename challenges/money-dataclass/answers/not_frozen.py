# floor: 3
# ceiling: 3
# misses: frozen, refuses_floats
# misconceptions: decimal_of_float
from dataclasses import dataclass
from decimal import Decimal
from functools import total_ordering


@total_ordering
@dataclass(unsafe_hash=True)
class Money:
    amount: Decimal
    currency: str

    def __post_init__(self):
        self.amount = Decimal(self.amount)

    def __lt__(self, other):
        if self.currency == other.currency:
            return self.amount < other.amount
        raise ValueError

    def __add__(self, other):
        if self.currency == other.currency:
            return Money(self.amount + other.amount, self.currency)
        raise ValueError
