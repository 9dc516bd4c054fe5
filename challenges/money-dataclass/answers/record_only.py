# floor: 1
# ceiling: 1
# misses: equality, hashing, addition, less_than, all_comparisons, amount_decides, adding_currencies, ordering_currencies, frozen, takes_texts, takes_ints, refuses_floats, sums, sorting, spelling_does_not_count, whole_spelling_does_not_count, uses_dataclass
class Money:
    def __init__(self, amount, currency):
        self.amount = amount
        self.currency = currency
