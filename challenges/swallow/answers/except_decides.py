# floor: 5
# ceiling: 5
# Lets an except clause decide, so the rules are exactly those of the language.
from contextlib import ContextDecorator


class swallow(ContextDecorator):
    caught = None

    def __init__(self, *kinds):
        self.kinds = kinds

    def __enter__(self):
        pass

    def __exit__(self, _, error, __):
        self.caught = None
        if error is not None:
            try:
                raise error
            except self.kinds:
                self.caught = error
                return True
            except BaseException:
                return False
