# floor: 2
# ceiling: 2
# misses: less_than, all_comparisons, amount_decides, ordering_currencies, keeps_decimals, takes_texts, takes_ints, sorting, spelling_does_not_count, whole_spelling_does_not_count
from dataclasses import dataclass
from decimal import Decimal
from functools import total_ordering


@total_ordering
@dataclass(frozen=True)
class Money:
    amount: str
    currency: str

    def __post_init__(self):
        if isinstance(self.amount, float):
            raise TypeError("a float")
        object.__setattr__(self, "amount", str(self.amount))

    def __lt__(self, other):
        if self.currency != other.currency:
            raise ValueError("no rate")
        return Decimal(self.amount) > Decimal(other.amount)

    def __add__(self, other):
        if self.currency != other.currency:
            raise ValueError("no rate")
        return Money(Decimal(self.amount) + Decimal(other.amount), self.currency)
