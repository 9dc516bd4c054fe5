# floor: 4
# ceiling: 5
import re
from contextlib import ExitStack

_ERROR = re.compile(r"ERROR +(\S.*?)\s*$", re.DOTALL)


def error_messages(lines):
    with ExitStack() as stack:
        if hasattr(lines, "close"):
            stack.callback(lines.close)
        yield from (found[1] for found in map(_ERROR.match, lines) if found)
