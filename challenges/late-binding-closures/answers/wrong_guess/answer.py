# floor: 2
# ceiling: 2
# misses: foretells_output
# misconceptions: each_lambda_keeps_its_value
def create_multipliers(n=5):
    def make(i):
        return lambda x: i * x

    return [make(i) for i in range(n)]
