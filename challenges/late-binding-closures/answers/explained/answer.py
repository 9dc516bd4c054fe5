# floor: 5
# ceiling: 5
def create_multipliers(n=5):
    """The default argument is evaluated while each lambda is made, so every one keeps its own i."""
    return [lambda x, i=i: i * x for i in range(n)]
