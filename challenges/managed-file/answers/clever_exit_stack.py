# floor: 4
# ceiling: 5
from contextlib import ExitStack
from contextlib import contextmanager as manager
from pathlib import Path


def _opened(path, mode="r"):
    with ExitStack() as stack:
        file = Path(path).open(mode)
        stack.callback(file.close)
        yield file


managed_file = manager(_opened)
