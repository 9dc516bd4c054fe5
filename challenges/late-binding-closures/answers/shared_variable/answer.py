# floor: 4
# ceiling: 5
def multiplier(factor):
    def multiply(number):
        return factor * number

    return multiply


def create_multipliers(n=5):
    return [multiplier(i) for i in range(n)]
