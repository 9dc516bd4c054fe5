"""Runs the program on logs that are drawn anew each time, and measures what it takes."""

from __future__ import annotations

# Loaded here so that the memory they take is nobody's: programs of this kind import them.
import argparse  # noqa: F401
import codecs  # noqa: F401
import collections  # noqa: F401
import contextlib  # noqa: F401
import csv  # noqa: F401
import dataclasses  # noqa: F401
import fileinput  # noqa: F401
import gzip
import heapq  # noqa: F401
import pathlib  # noqa: F401
import re  # noqa: F401
import typing  # noqa: F401

from inputs import (
    JUST_RIGHT,
    NO_NUMBERS,
    PATHS,
    broken,
    distinct_counts,
    line,
    log,
    nearly_right,
    records,
    tied,
    with_counts,
)
from viva.driver import case, command, peak_memory

# The first parser loads what it needs for messages.
argparse.ArgumentParser().parse_args([])


def keep(see, ran):
    see.printed, see.exit, see.said = ran.stdout, ran.exit, ran.stderr


def on_input(answer, see, text, *arguments):
    keep(see, command(answer, "-m", "logreport", *arguments, stdin=text))


@case
def from_file(answer, see, rng):
    files = {"access.log": log(records(rng))}
    keep(see, command(answer, "-m", "logreport", "access.log", files=files))


@case
def broken_lines(answer, see, rng):
    lines = [line(record) for record in records(rng, 12)] + broken(rng)
    rng.shuffle(lines)
    on_input(answer, see, "\n".join(lines) + "\n")


@case
def errors_only_5xx(answer, see, rng):
    statuses = [100, 200, 304, 400, 404, 499] + [rng.choice([500, 502, 503, 599])] * rng.randrange(1, 5)
    rng.shuffle(statuses)
    on_input(answer, see, log([("GET", "/items", status, 1, 1) for status in statuses]))


@case
def top_order(answer, see, rng):
    counts = distinct_counts(rng)
    on_input(answer, see, log(with_counts(rng, counts)), "--top", str(rng.randrange(2, 5)))


@case
def slowest(answer, see, rng):
    found = records(rng, 20)
    found.insert(rng.randrange(20), ("GET", "/api/slow", 200, 3, rng.randrange(1000, 9000)))
    on_input(answer, see, log(found))


@case
def top_ties(answer, see, rng):
    counts = tied(rng)
    # Whoever leaves ties in the order of the log has them the wrong way round.
    first = [("GET", path, 200, 10, 5) for path in sorted(counts, reverse=True)]
    rest = with_counts(rng, {path: count - 1 for path, count in counts.items()})
    on_input(answer, see, log(first + rest), "--top", "4")


@case
def query_cut(answer, see, rng):
    found = [
        (method, f"{path}?page={rng.randrange(9)}" + rng.choice(["", "?x=/y", "&q=%3F"]), *rest)
        for method, path, *rest in records(rng, 30)
    ]
    on_input(answer, see, log(found), "--top", "20")


@case
def dash_bytes(answer, see, rng):
    on_input(answer, see, log([*records(rng, 5), ("GET", "/items", 304, "-", 4), *records(rng, 3)]))


@case
def blank_lines(answer, see, rng):
    lines = [line(record) for record in records(rng, 6)] + ["", " ", "\t", "    "]
    rng.shuffle(lines)
    on_input(answer, see, "\n" + "\n".join(lines) + "\n\n")


@case
def line_ends(answer, see, rng):
    # Of a single digit nothing is left when one character too many is taken off.
    lines = [line((*record[:4], rng.randrange(1, 10))) for record in records(rng, 9)]
    on_input(answer, see, "\r\n".join(lines[:5]) + "\r\n" + "\n".join(lines[5:]))


@case
def slowest_first(answer, see, rng):
    found = records(rng, 12)
    slow = rng.sample(PATHS, 3)
    for place, path in zip((2, 5, 9), slow):
        found[place] = ("GET", path, 200, 1, 1000)
    on_input(answer, see, log(found))


@case
def several_files(answer, see, rng):
    one, two, three = (records(rng, count) for count in (8, 11, 6))
    files = {"one.log": log(one), "logs/two.log": log(two)}
    ran = command(answer, "-m", "logreport", "one.log", "-", "logs/two.log", stdin=log(three), files=files)
    keep(see, ran)


@case
def missing_file(answer, see, rng):
    files = {"one.log": log(records(rng, 7)), "two.log": log(records(rng, 5))}
    keep(see, command(answer, "-m", "logreport", "one.log", "gone.log", "two.log", files=files))


@case
def top_no_number(answer, see, rng):
    files = {"access.log": log(records(rng, 3))}
    ended = {}
    for name, words in NO_NUMBERS.items():
        ran = command(answer, "-m", "logreport", *words, files=files)
        ended[name] = [ran.exit, ran.stdout]
    see.ended = ended


@case
def gzipped(answer, see, rng):
    files = {"old.log.gz": gzip.compress(log(records(rng, 15)).encode()), "new.log": log(records(rng, 4))}
    keep(see, command(answer, "-m", "logreport", "old.log.gz", "new.log", files=files))


@case
def many_files(answer, see, rng):
    names = [f"part-{number:03}.log" for number in range(200)]
    files = {name: log(records(rng, 1)) for name in names}
    keep(see, command(answer, "-m", "logreport", *names, files=files))


def long_lines(rng):
    """Lines of about 200 bytes, of few paths, and as many of them as make 12 MB."""
    paths = [f"/{name * 18}/{number}" for number, name in enumerate(["catalog", "product", "account"])]
    some = [line(record, number) + "\n" for number, record in enumerate(records(rng, 500, paths))]
    return some, 120


def measured(answer, see, *arguments, **options):
    """Runs it and records its peak of memory."""
    used = peak_memory(command, answer, "-m", "logreport", *arguments, **options)
    keep(see, used.value)
    see.bytes = used.bytes


@case
def memory_flat(answer, see, rng):
    some, times = long_lines(rng)
    block = "".join(some)
    with open("big.log", "w") as file:
        for _ in range(times):
            file.write(block)
    measured(answer, see, "big.log")


@case
def stdin_flat(answer, see, rng):
    some, times = long_lines(rng)
    # In pieces of several lines that do not end where lines do, as a pipe has them.
    block = "".join(some).encode()
    pieces = [block[at : at + 4000] for at in range(0, len(block), 4000)]
    measured(answer, see, stdin=(piece for _ in range(times) for piece in pieces))


@case
def exact_lines(answer, see, rng):
    lines = [line(record) for record in records(rng, 7) + JUST_RIGHT] + nearly_right(rng)
    rng.shuffle(lines)
    # With its end this one has 1 MiB, which is not more than that; what follows it is a line of its own.
    on_input(answer, see, "\n".join(["x" * (1024 * 1024 - 1), *lines]) + "\n")


@case
def bad_bytes(answer, see, rng):
    lines = [line(record).encode() for record in records(rng, 9)]
    lines[3:3] = [b"t GET /\xff 200 5 31", b"t GET /caf\xc3 500 7 9000", b"\xff\xfe"]
    lines.append("t GET /caf\u00e9 200 5 31".encode())
    keep(see, command(answer, "-m", "logreport", "a.log", files={"a.log": b"\n".join(lines) + b"\n"}))


@case
def long_line(answer, see, rng):
    found = records(rng, 10)
    with open("long.log", "w") as file:
        file.write(log(found[:5]) + "t GET /")
        for _ in range(128):
            file.write("x" * 65536)
        file.write(" 200 5 31\n" + log(found[5:]))
    measured(answer, see, "long.log")


@case
def output_refused(answer, see, rng):
    files = {"a.log": log(records(rng, 3))}
    keep(see, command(answer, "-m", "logreport", "--output", "no/such/report.txt", "a.log", files=files))
