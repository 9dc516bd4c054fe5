# floor: 4
# ceiling: 4
# misses: spelling_does_not_count, whole_spelling_does_not_count
from dataclasses import dataclass
from decimal import Decimal
from functools import total_ordering


@total_ordering
@dataclass(frozen=True)
class Money:
    amount: Decimal
    currency: str

    def __post_init__(self):
        if isinstance(self.amount, float):
            raise TypeError("float")
        object.__setattr__(self, "amount", Decimal(self.amount))

    def __str__(self):
        return f"{self.amount} {self.currency}"

    def __hash__(self):
        return hash(str(self))

    def __lt__(self, other):
        if self.currency != other.currency:
            raise ValueError(f"cannot compare {self} with {other}")
        return self.amount < other.amount

    def __add__(self, other):
        if self.currency != other.currency:
            raise ValueError(f"cannot add {self} and {other}")
        return Money(self.amount + other.amount, self.currency)
