# floor: 4
# ceiling: 4
# misses: composing_calls_nothing
"""Finds out whether something can be called by calling it."""


def compose(*functions):
    for function in functions:
        try:
            function(1)
        except TypeError as error:
            if "is not callable" in str(error):
                raise TypeError("only functions can be composed")
        except Exception:
            pass

    def composed(*args, **kwargs):
        if not functions:
            return args[0]
        value = functions[-1](*args, **kwargs)
        for function in reversed(functions[:-1]):
            value = function(value)
        return value

    return composed
