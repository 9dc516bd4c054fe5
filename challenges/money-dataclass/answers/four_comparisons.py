# floor: 5
# ceiling: 5
import dataclasses
import operator
from decimal import Decimal


def _comparison(compare):
    def method(self, other):
        return compare(*self._amounts(other))

    return method


@dataclasses.dataclass(frozen=True)
class Money:
    amount: Decimal
    currency: str

    def __post_init__(self):
        if isinstance(self.amount, float):
            raise TypeError("floats are not exact")
        super().__setattr__("amount", Decimal(self.amount))

    def _amounts(self, other):
        if other.currency != self.currency:
            raise ValueError((self.currency, other.currency))
        return self.amount, other.amount

    __lt__ = _comparison(operator.lt)
    __le__ = _comparison(operator.le)
    __gt__ = _comparison(operator.gt)
    __ge__ = _comparison(operator.ge)

    def __add__(self, other):
        return dataclasses.replace(self, amount=sum(self._amounts(other)))
