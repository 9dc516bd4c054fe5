"""What each report has to be."""

from __future__ import annotations

from collections import Counter

from inputs import (
    JUST_RIGHT,
    NO_NUMBERS,
    PATHS,
    broken,
    distinct_counts,
    nearly_right,
    records,
    tied,
    with_counts,
)
from viva.oracle import case

MIB = 1024 * 1024


def part(seen, name):
    """The lines of a report that open with a word."""
    lines = seen.printed.splitlines() if isinstance(seen.printed, str) else []
    return [line for line in lines if line.partition(" ")[0] == name]


def shown(seen):
    """The lines below `top`."""
    lines = seen.printed.splitlines() if isinstance(seen.printed, str) else []
    return lines[lines.index("top") + 1 :] if "top" in lines else None


def best(counts, number):
    """The most frequent paths as they are shown."""
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [f"{count} {path}" for path, count in order[:number]]


def figures(seen, expect, found, malformed=0, exit_code=0):
    """Holds the figures of a report against the records it is over, and leaves the order of paths aside."""
    wanted = {
        "requests": len(found),
        "malformed": malformed,
        "errors": sum(500 <= record[2] <= 599 for record in found),
        "bytes": sum(0 if record[3] == "-" else record[3] for record in found),
    }
    for name, number in wanted.items():
        expect(part(seen, name), name).equals([f"{name} {number}"])
    expect(seen.exit, "exit code").equals(exit_code)


@case
def from_file(seen, expect, rng):
    figures(seen, expect, records(rng))


@case
def broken_lines(seen, expect, rng):
    found = records(rng, 12)
    figures(seen, expect, found, malformed=len(broken(rng)))


@case
def errors_only_5xx(seen, expect, rng):
    errors = len([rng.choice([500, 502, 503, 599])] * rng.randrange(1, 5))
    expect(part(seen, "errors"), "errors").equals([f"errors {errors}"])


@case
def top_order(seen, expect, rng):
    counts = distinct_counts(rng)
    with_counts(rng, counts)
    expect(shown(seen), "top").equals(best(counts, rng.randrange(2, 5)))


@case
def slowest(seen, expect, rng):
    records(rng, 20)
    rng.randrange(20)
    expect(part(seen, "slowest"), "slowest").equals([f"slowest {rng.randrange(1000, 9000)} /api/slow"])


@case
def top_ties(seen, expect, rng):
    expect(shown(seen), "top").equals(best(tied(rng), 4))


@case
def query_cut(seen, expect, rng):
    found = records(rng, 30)
    expect(shown(seen), "top").same_items(best(Counter(record[1] for record in found), 20))
    expect(part(seen, "requests"), "requests").equals(["requests 30"])


@case
def dash_bytes(seen, expect, rng):
    figures(seen, expect, [*records(rng, 5), ("GET", "/items", 304, "-", 4), *records(rng, 3)])


@case
def blank_lines(seen, expect, rng):
    expect(part(seen, "requests"), "requests").equals(["requests 6"])
    expect(part(seen, "malformed"), "malformed").equals(["malformed 0"])


@case
def line_ends(seen, expect, rng):
    figures(seen, expect, records(rng, 9))


@case
def slowest_first(seen, expect, rng):
    records(rng, 12)
    expect(part(seen, "slowest"), "slowest").equals([f"slowest 1000 {rng.sample(PATHS, 3)[0]}"])


@case
def several_files(seen, expect, rng):
    one, two, three = (records(rng, count) for count in (8, 11, 6))
    figures(seen, expect, [*one, *three, *two])
    counts = Counter(record[1] for record in [*one, *two, *three])
    expect(len(shown(seen) or []), "paths below top").equals(min(5, len(counts)))


@case
def missing_file(seen, expect, rng):
    figures(seen, expect, [*records(rng, 7), *records(rng, 5)], exit_code=1)
    expect(seen.said, "standard error").contains("gone.log")
    expect("Traceback" in str(seen.said), "a traceback").is_false()


@case
def top_no_number(seen, expect, rng):
    expect(seen.ended, "exit code and standard output").equals({name: [2, ""] for name in NO_NUMBERS})


@case
def gzipped(seen, expect, rng):
    figures(seen, expect, [*records(rng, 15), *records(rng, 4)])


@case
def many_files(seen, expect, rng):
    figures(seen, expect, [record for _ in range(200) for record in records(rng, 1)])


def long_records(rng):
    paths = [f"/{name * 18}/{number}" for number, name in enumerate(["catalog", "product", "account"])]
    return records(rng, 500, paths) * 120


@case
def memory_flat(seen, expect, rng):
    figures(seen, expect, long_records(rng))
    expect(seen.bytes, "bytes of memory").at_most(4 * MIB)


@case
def stdin_flat(seen, expect, rng):
    figures(seen, expect, long_records(rng))
    expect(seen.bytes, "bytes of memory").at_most(4 * MIB)


@case
def exact_lines(seen, expect, rng):
    found = records(rng, 7) + JUST_RIGHT
    figures(seen, expect, found, malformed=len(nearly_right(rng)) + 1)


@case
def bad_bytes(seen, expect, rng):
    found = records(rng, 9)
    expect(part(seen, "requests"), "requests").equals(["requests 10"])
    expect(part(seen, "malformed"), "malformed").equals(["malformed 3"])
    slow = max(record[4] for record in found)
    expect([line.split()[1] for line in part(seen, "slowest")], "slowest").equals([str(slow)])


@case
def long_line(seen, expect, rng):
    figures(seen, expect, records(rng, 10), malformed=1)
    expect(seen.bytes, "bytes of memory").at_most(4 * MIB)


@case
def output_refused(seen, expect, rng):
    expect(seen.printed, "standard output").equals("")
    expect(seen.exit, "exit code").equals(1)
    expect(seen.said, "standard error").contains("no/such/report.txt")
    expect("Traceback" in str(seen.said), "a traceback").is_false()
