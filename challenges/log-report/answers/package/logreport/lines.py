"""Lines of a stream of bytes, never more than a bounded part of one at a time."""

LIMIT = 1024 * 1024
TOO_LONG = b"too long"


def read_lines(stream):
    """Yields each line; one beyond the limit is `TOO_LONG`, and the rest of it is skipped."""
    while True:
        line = stream.readline(LIMIT)
        if not line:
            return
        if len(line) < LIMIT or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LIMIT)
        yield TOO_LONG
