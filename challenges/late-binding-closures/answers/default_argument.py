# floor: 2
# ceiling: 5
def create_multipliers(n=5):
    multipliers = []
    for i in range(n):
        multipliers.append(lambda x, i=i: x * i)
    return multipliers
