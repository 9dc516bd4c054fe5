def make_counter(start=0):
    pass
