def count_calls(func):
    pass
