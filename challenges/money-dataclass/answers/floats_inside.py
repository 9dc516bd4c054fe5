# floor: 3
# ceiling: 3
# misses: keeps_decimals, takes_texts, takes_ints, refuses_floats, sums
from dataclasses import dataclass
from functools import total_ordering


@total_ordering
@dataclass(frozen=True)
class Money:
    amount: float
    currency: str

    def __post_init__(self):
        object.__setattr__(self, "amount", float(self.amount))

    def __lt__(self, other):
        if self.currency != other.currency:
            raise ValueError("cannot compare different currencies")
        return self.amount < other.amount

    def __add__(self, other):
        if self.currency != other.currency:
            raise ValueError("cannot add different currencies")
        return Money(self.amount + other.amount, self.currency)
