# floor: 3
# ceiling: 5
create_multipliers = lambda n=5: [i.__mul__ for i in range(n)]
