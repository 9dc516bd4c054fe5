# floor: 3
# ceiling: 5
class Multiplier:
    def __init__(self, factor):
        self.factor = factor

    def __call__(self, number):
        return self.factor * number

    def __repr__(self):
        return f"Multiplier({self.factor})"


def create_multipliers(n=5):
    return list(map(Multiplier, range(n)))
