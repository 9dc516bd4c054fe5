"""One call and how it ended; awkward values; an iterator that is watched."""

from __future__ import annotations

import itertools
import sys
import unittest

import support  # noqa: F401
from viva.driver import (
    ArrayLike,
    EqualityRaises,
    EqualsEverything,
    ReadTooFar,
    TruthRaises,
    attempt,
    printed,
    raised,
    watched,
)


def fail(error: BaseException) -> None:
    raise error


class Calls(unittest.TestCase):
    def test_raised_gives_the_very_exception(self) -> None:
        for error in (ValueError("x"), KeyboardInterrupt(), SystemExit(3), ReadTooFar()):
            self.assertIs(raised(fail, error), error)
        self.assertIsNone(raised(int, "3"))

    def test_attempt_tells_returned_from_raised(self) -> None:
        good, bad = attempt(int, "ff", base=16), attempt(int, "no")
        self.assertEqual((good.returned, good.value, good.error), (True, 255, None))
        self.assertEqual((bad.returned, bad.value, type(bad.error)), (False, None, ValueError))
        self.assertTrue(attempt(lambda: None).returned)

    def test_printed_is_the_text_of_that_call_alone(self) -> None:
        before = sys.stdout
        self.assertEqual(printed(print, "a", "\ud800", sep="-"), "a-\\ud800\n")
        self.assertIs(sys.stdout, before)

    def test_printed_bytes_count_too_and_closing_harms_nothing(self) -> None:
        self.assertEqual(printed(lambda: sys.stdout.buffer.write(b"raw\r\n")), "raw\r\n")
        self.assertEqual(printed(lambda: sys.stdout.close()), "")
        self.assertFalse(sys.stdout.closed)

    def test_printed_lets_an_exception_pass(self) -> None:
        before = sys.stdout
        with self.assertRaises(ValueError):
            printed(int, "no")
        self.assertIs(sys.stdout, before)


class Watched(unittest.TestCase):
    def test_counts_what_was_taken(self) -> None:
        source = watched([1, 2, 3])
        self.assertEqual(list(itertools.islice(source, 2)), [1, 2])
        self.assertEqual((source.taken, source.exhausted, source.closed), (2, False, False))
        self.assertEqual(list(source), [3])
        self.assertEqual((source.taken, source.exhausted), (3, True))

    def test_an_eager_reader_of_an_endless_source_ends(self) -> None:
        source = watched(itertools.count(), limit=10)

        def eager() -> list:
            try:
                return list(source)
            except Exception:
                return []

        self.assertIsInstance(raised(eager), ReadTooFar)
        self.assertEqual(source.taken, 10)

    def test_closing_closes_the_source_and_ends_it(self) -> None:
        inner = (n for n in range(3))
        source = watched(inner)
        next(source)
        source.close()
        self.assertTrue(source.closed)
        self.assertEqual((list(source), list(inner)), ([], []))
        self.assertFalse(source.exhausted)


class Awkward(unittest.TestCase):
    def test_each_is_awkward_in_its_own_way(self) -> None:
        self.assertTrue(EqualsEverything() == None)  # noqa: E711
        self.assertFalse(EqualsEverything() != 3)
        self.assertIsInstance(raised(bool, TruthRaises()), ValueError)
        self.assertIsInstance(raised(lambda: EqualityRaises() == 1), TypeError)
        self.assertIsInstance(raised(lambda: EqualityRaises() != 1), TypeError)
        self.assertEqual(len({EqualityRaises(), EqualsEverything(), TruthRaises()}), 3)

    def test_an_array_compares_item_by_item(self) -> None:
        array = ArrayLike([1, None])
        self.assertEqual(list(array == None), [False, True])  # noqa: E711
        self.assertEqual(list(array != 1), [False, True])
        self.assertEqual((len(array), array[0]), (2, 1))
        self.assertIsInstance(raised(lambda: array in [1]), ValueError)
        self.assertIsInstance(raised(hash, array), TypeError)


if __name__ == "__main__":
    unittest.main()
