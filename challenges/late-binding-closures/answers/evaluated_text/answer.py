# floor: 3
# ceiling: 3
# misses: captures_the_value
def create_multipliers(n=5):
    return [eval(f"lambda x: {i} * x") for i in range(n)]
