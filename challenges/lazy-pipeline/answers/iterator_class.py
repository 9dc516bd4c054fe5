# floor: 4
# ceiling: 5
"""An iterator over the messages of ERROR lines."""


class ErrorMessages:
    """Reads one line at a time and hands out the messages of ERROR lines."""

    def __init__(self, lines):
        self._source = lines
        self._lines = iter(lines)
        self._closed = False

    def __iter__(self):
        return self

    def __next__(self):
        if self._closed:
            raise StopIteration
        while True:
            line = next(self._lines)
            parts = line.strip().split(None, 1)
            if len(parts) == 2 and parts[0] == "ERROR":
                return parts[1]

    def close(self):
        self._closed = True
        if hasattr(self._source, "close"):
            self._source.close()


def error_messages(lines):
    return ErrorMessages(lines)
