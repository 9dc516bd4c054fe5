# floor: 2
# ceiling: 2
# misses: all_comparisons, ordering_currencies
# misconceptions: one_comparison_is_enough
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Money:
    amount: Decimal
    currency: str

    def __post_init__(self):
        if isinstance(self.amount, float):
            raise TypeError("no float please")
        object.__setattr__(self, "amount", Decimal(self.amount))

    def __lt__(self, other):
        if self.currency != other.currency:
            raise ValueError("currencies")
        return self.amount < other.amount

    def __add__(self, other):
        if self.currency != other.currency:
            raise ValueError("currencies")
        return Money(self.amount + other.amount, self.currency)
