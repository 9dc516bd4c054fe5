# floor: 3
# ceiling: 3
# misses: methods_bare, methods_named
# misconceptions: objects_do_not_bind
from functools import update_wrapper


class Tagged:
    def __init__(self, function, name):
        if not callable(function):
            raise TypeError(function)
        update_wrapper(self, function)
        self.function, self.tag_name = function, name

    def __call__(self, *args, **kwargs):
        return f"<{self.tag_name}>{self.function(*args, **kwargs)}</{self.tag_name}>"


def tag(function=None, *, name="p"):
    if function is None:
        return lambda f: Tagged(f, name)
    return Tagged(function, name)
