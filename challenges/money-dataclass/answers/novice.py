# floor: 2
# ceiling: 2
# misses: hashing, all_comparisons, ordering_currencies, frozen, keeps_decimals, takes_texts, takes_ints, refuses_floats, sums, spelling_does_not_count, whole_spelling_does_not_count, uses_dataclass
# misconceptions: one_comparison_is_enough, equality_without_hash
class Money:
    def __init__(self, amount, currency):
        self.amount = float(amount)
        self.currency = currency

    def __eq__(self, other):
        return self.amount == other.amount and self.currency == other.currency

    def __lt__(self, other):
        return self.amount < other.amount

    def __add__(self, other):
        if self.currency != other.currency:
            raise ValueError("different currencies")
        return Money(self.amount + other.amount, self.currency)
