# floor: 2
# ceiling: 2
# misses: addition, adding_currencies, frozen, sums
from dataclasses import dataclass
from decimal import Decimal
from functools import total_ordering


@total_ordering
@dataclass(unsafe_hash=True)
class Money:
    amount: Decimal
    currency: str

    def __post_init__(self):
        if isinstance(self.amount, float):
            raise TypeError("float")
        self.amount = Decimal(self.amount)

    def __lt__(self, other):
        if self.currency != other.currency:
            raise ValueError("cannot compare")
        return self.amount < other.amount

    def __add__(self, other):
        self.amount += other.amount
        return self.amount
