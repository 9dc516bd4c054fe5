# floor: 4
# ceiling: 5
from contextlib import suppress


def as_int(text):
    with suppress(ValueError):
        return int(text)
    return None


def parse_ints(lines):
    kept = [(i, line, as_int(line)) for i, line in enumerate(lines, 1) if line.strip()]
    return (
        [value for _, _, value in kept if value is not None],
        [(i, line.rstrip("\n").rstrip("\r")) for i, line, value in kept if value is None],
    )
