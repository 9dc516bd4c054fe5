def first_unbalanced(text):
    pass
