# floor: 4
# ceiling: 5
"""Context managers for files."""

from contextlib import contextmanager
from typing import IO, Iterator


@contextmanager
def managed_file(path: str, mode: str = "r") -> Iterator[IO]:
    """Open ``path``, yield the file, and close it on every way out."""
    handle = open(path, mode)
    try:
        yield handle
    except BaseException:
        handle.close()
        raise
    else:
        handle.close()
