def create_multipliers():
    return [lambda x: i * x for i in range(5)]


print(*[multiply(2) for multiply in create_multipliers()])
