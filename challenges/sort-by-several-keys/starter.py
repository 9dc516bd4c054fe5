def rank(people):
    pass
