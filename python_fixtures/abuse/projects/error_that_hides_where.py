# tries: ends with an error that fails whoever looks for its place
# wall: the runner asks the class of all errors
# outcome: raised

class Hidden(BaseException):
    __traceback__ = property(lambda self: 1 / 0)


raise Hidden
