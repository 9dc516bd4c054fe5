def flatten(nested):
    pass
