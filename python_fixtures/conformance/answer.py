"""An answer that returns values of every kind and ends in every way, for the conformance of both runtimes."""

import collections
import datetime
import decimal
import fractions
import os
import sys
import threading
import time

import helper


class Stranger:
    """A type that no recorder knows."""

    def __eq__(self, other):
        return True

    __hash__ = None


class LyingInt(int):
    """A subclass that claims to be every number."""

    def __eq__(self, other):
        return True

    __hash__ = int.__hash__


def plain():
    return [None, True, False, 0, 1, -1, 255, 256, -128, -129, 2**64, -(2**64), 10**300]


def floats():
    return [0.0, -0.0, 1.5, float("inf"), float("-inf"), float("nan"), complex(1, -0.0)]


def texts():
    return ["", "a", "naïve", "\U0001f40d", "\ud800", b"", b"\x00\xff", "x" * 10_000]


def containers():
    return [[], (), {}, set(), frozenset(), (1,), {"b": 1, "a": [2]}, {1}, frozenset({2}), range(1, 9, 3)]


def standard():
    counted = collections.Counter("hello")
    ordered = collections.OrderedDict(z=1, y=2)
    defaulted = collections.defaultdict(list, {1: [2]})
    return [counted, ordered, defaulted, collections.deque([1, 2], maxlen=5), collections.deque()]


def numbers():
    exact = [decimal.Decimal("1.10"), decimal.Decimal("-0"), decimal.Decimal("NaN"), decimal.Decimal("1E+9")]
    return exact + [fractions.Fraction(-3, 6)]


def times():
    zone = datetime.timezone(datetime.timedelta(hours=-3, minutes=-30))
    moment = datetime.datetime(2024, 2, 29, 23, 59, 58, 999_999, tzinfo=zone, fold=1)
    return [datetime.date(1, 1, 1), datetime.datetime(9999, 12, 31), moment, datetime.timedelta(-1, 5, 7)]


def strangers():
    return [
        Stranger(),
        LyingInt(3),
        object(),
        print,
        len,
        Stranger,
        int,
        ...,
        memoryview(b"x"),
        bytearray(b"x"),
    ]


def cycle():
    loop = [1]
    loop.append(loop)
    return loop


def deep():
    value = []
    for _ in range(500):
        value = [value]
    return value


def huge():
    return 1 << 600_000


def fails(kind, text):
    raise kind(text)


def prints(text):
    print(text)
    print(text, file=sys.stderr)
    return helper.shout(text)


def recurses(n=0):
    return recurses(n + 1)


def sleeps(seconds):
    time.sleep(seconds)
    return time.monotonic()


def threads(count):
    seen = []
    workers = [threading.Thread(target=seen.append, args=(index,)) for index in range(count)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sorted(seen)


def leaves(code):
    os._exit(code)


def exits(code):
    sys.exit(code)
