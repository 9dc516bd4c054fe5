# floor: 4
# ceiling: 4
# misses: uses_dataclass
from decimal import Decimal
from functools import total_ordering


@total_ordering
class Money:
    """Everything written out, with properties that cannot be set."""

    def __init__(self, amount, currency):
        if isinstance(amount, float) or not isinstance(amount, (int, str, Decimal)):
            raise TypeError("the amount must not be a float")
        self._amount = Decimal(amount)
        self._currency = currency

    @property
    def amount(self):
        return self._amount

    @property
    def currency(self):
        return self._currency

    def __eq__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return (self._amount, self._currency) == (other._amount, other._currency)

    def __hash__(self):
        return hash((self._amount, self._currency))

    def __lt__(self, other):
        self._must_match(other)
        return self._amount < other._amount

    def __add__(self, other):
        self._must_match(other)
        return Money(self._amount + other._amount, self._currency)

    def _must_match(self, other):
        if self._currency != other._currency:
            raise ValueError("currencies differ")

    def __repr__(self):
        return "Money(%r, %r)" % (str(self._amount), self._currency)
