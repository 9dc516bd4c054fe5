# floor: 3
# ceiling: 3
# misses: adding_currencies, ordering_currencies, takes_texts, takes_ints, refuses_floats, spelling_does_not_count, whole_spelling_does_not_count
# misconceptions: annotation_converts, currencies_mix
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, order=True)
class Money:
    amount: Decimal
    currency: str

    def __add__(self, other):
        return Money(self.amount + other.amount, self.currency)
