def count_equal(values, target):
    pass


def count_missing(values):
    pass
