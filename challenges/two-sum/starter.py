def two_sum(numbers, target):
    pass
