# floor: 5
# ceiling: 5
class Composition:
    """A function made of functions."""

    def __init__(self, functions):
        self.functions = list(functions)
        self.check()

    def check(self):
        for function in self.functions:
            if not callable(function):
                raise TypeError("%r cannot be called" % (function,))

    def __call__(self, *args, **kwargs):
        if len(self.functions) == 0:
            return args[0]
        position = len(self.functions) - 1
        result = self.functions[position](*args, **kwargs)
        while position > 0:
            position = position - 1
            result = self.functions[position](result)
        return result

    def __repr__(self):
        return "compose(%s)" % ", ".join(map(repr, self.functions))


def compose(*functions):
    return Composition(functions)
