# floor: 3
# ceiling: 3
# misses: ordering_currencies
# misconceptions: order_by_tuple
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, order=True)
class Money:
    amount: Decimal
    currency: str

    def __post_init__(self):
        if isinstance(self.amount, float):
            raise TypeError("amount is a float")
        object.__setattr__(self, "amount", Decimal(self.amount))

    def __add__(self, other):
        if self.currency != other.currency:
            raise ValueError("not the same currency")
        return Money(self.amount + other.amount, self.currency)
