def attack():
    raise NotImplementedError
