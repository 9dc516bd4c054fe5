def parts(text):
    raise NotImplementedError
