"""Logs that both sides draw alike. A record is `(method, path, status, bytes, millis)`."""

from __future__ import annotations

PATHS = ["/items", "/login", "/cart", "/search", "/about", "/api/orders", "/api/users", "/logout"]

# Records that a check of numbers which is too strict refuses.
JUST_RIGHT = [("GET", "/items", 100, 1023456789, 4), ("GET", "/items", 599, 0, 0)]

# Command lines without a number where one belongs.
NO_NUMBERS = {
    "with a word": ["--top", "many", "access.log"],
    "with an empty word": ["--top", "", "access.log"],
    "without a word": ["access.log", "--top"],
}


def records(rng, count=40, paths=PATHS):
    """Requests as a service logs them."""
    return [
        (
            rng.choice(["GET", "GET", "POST", "PUT"]),
            rng.choice(paths),
            rng.choice([200, 200, 201, 304, 404, 500, 503]),
            rng.randrange(5000),
            rng.randrange(1, 900),
        )
        for _ in range(count)
    ]


def line(record, number=0):
    """A record as a line, without its end."""
    method, path, status, size, millis = record
    return f"2026-03-01T12:{number // 60 % 60:02}:{number % 60:02}Z {method} {path} {status} {size} {millis}"


def log(all_records):
    """Records as a text of lines."""
    return "".join(line(record, number) + "\n" for number, record in enumerate(all_records))


def with_counts(rng, counts):
    """Records of paths with these numbers of requests, well mixed."""
    made = [("GET", path, 200, 10, 5) for path, count in counts.items() for _ in range(count)]
    rng.shuffle(made)
    return made


def distinct_counts(rng):
    """Paths with counts that all differ."""
    counts = rng.sample(range(1, 30), 6)
    return dict(zip(rng.sample(PATHS, 6), counts))


def tied(rng):
    """Paths with equal counts, more of them than are shown."""
    often, seldom = rng.randrange(5, 8), rng.randrange(2, 4)
    names = rng.sample(PATHS, 7)
    return {name: often if index < 2 else seldom for index, name in enumerate(names)}


def broken(rng):
    """Lines that are malformed in ways nobody can overlook."""
    lines = [
        "nothing to see here",
        "2026-03-01T12:00:00Z GET /items 200 512",
        "2026-03-01T12:00:00Z GET /items fine 512 31",
        "2026-03-01T12:00:00Z GET /items 200 many 31",
        "2026-03-01T12:00:00Z GET /items 200 512 soon",
        "2026-03-01T12:00:00Z",
    ]
    rng.shuffle(lines)
    return lines[: rng.randrange(3, 7)]


def nearly_right(rng):
    """Lines that `int` and `split` take and that are malformed all the same."""
    lines = [
        "t GET /items 200 +5 31",
        "t GET /items 200 1_000 31",
        "t GET /items 200 5 3_1",
        "t GET /items +200 5 31",
        "t GET /items 200 \u0663 31",
        "t GET /items \u0662\u0660\u0660 5 31",
        "t GET /items 099 5 31",
        "t GET /items 600 5 31",
        "t GET /items 99 5 31",
        "t GET /items 1000 5 31",
        "t GET  /items 200 5 31",
        " t GET /items 200 5 31",
        "t GET /items 200 5 31 ",
        "t GET /items 200 5 31 7",
        "t GET /items\t200 5 31",
        "t GET /it\tems 200 5 31",
        "t GET /items 200 -5 31",
        "t GET /items 200 5 -31",
        "t GET /items 200 5 -",
        "t GET /items 200 5.0 31",
        "t GET /items - 5 31",
    ]
    rng.shuffle(lines)
    return lines
