def tag():
    pass
