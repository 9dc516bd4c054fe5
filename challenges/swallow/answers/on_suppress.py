# floor: 5
# ceiling: 5
import contextlib


class swallow(contextlib.suppress, contextlib.ContextDecorator):
    caught = None

    def __exit__(self, exc_type, exc, tb):
        swallowed = super().__exit__(exc_type, exc, tb)
        self.caught = exc if swallowed else None
        return swallowed
