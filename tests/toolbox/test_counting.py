"""Cost that is counted: it is the same on every run, and grows as the work does."""

from __future__ import annotations

import sys
import unittest

from support import load
from viva.driver import Counts, counting_key, growth, raised, steps

ANSWER = load(
    """
    from helper import twice

    def linear(n):
        total = 0
        for i in range(n):
            total += i
        return total

    def in_one_line(n):
        return [i * i for i in range(n)]

    def quadratic(n):
        for i in range(n):
            linear(n)

    def elsewhere(n):
        return sum(twice(n))

    def fails():
        raise KeyError

    def lazily(n):
        for i in range(n):
            yield i
    """,
    helper="""
    def twice(n):
        for i in range(n):
            yield i + i
    """,
)


class StepsOfAnAnswer(unittest.TestCase):
    def test_value_and_count(self) -> None:
        result = steps(ANSWER.linear, 10)
        self.assertEqual(result.value, 45)
        self.assertEqual(result.count, steps(ANSWER.linear, 10).count)

    def test_lines_grow_as_the_work_does(self) -> None:
        for function, factor in ((ANSWER.linear, 10), (ANSWER.quadratic, 100), (ANSWER.elsewhere, 10)):
            few, many = growth(lambda n, function=function: steps(function, n), (20, 200))
            self.assertAlmostEqual(many / few / factor, 1, delta=0.3)

    def test_turns_of_a_loop_in_one_line_count(self) -> None:
        few, many = steps(ANSWER.in_one_line, 10).count, steps(ANSWER.in_one_line, 1000).count
        self.assertGreaterEqual(many - few, 900)

    def test_only_what_the_call_itself_runs(self) -> None:
        self.assertLess(steps(ANSWER.lazily, 1000).count, 3)
        self.assertGreater(steps(lambda: list(ANSWER.lazily(1000))).count, 1000)

    def test_the_driver_s_own_lines_do_not_count(self) -> None:
        def busy() -> None:
            for _ in range(1000):
                pass

        self.assertEqual(steps(busy).count, 0)

    def test_an_exception_passes_and_tracing_ends(self) -> None:
        before = sys.gettrace()
        self.assertIsInstance(raised(steps, ANSWER.fails), KeyError)
        self.assertIs(sys.gettrace(), before)

    def test_growth_takes_plain_costs_too(self) -> None:
        self.assertEqual(growth(lambda n: n * n, [1, 2, 3]), [1, 4, 9])


class Keys(unittest.TestCase):
    def test_uses_are_told_apart(self) -> None:
        counts = Counts()
        one, other = counting_key(1, counts), counting_key(1, counts)
        {one: 0}[other]
        self.assertEqual((counts.hashes, counts.equals, counts.orders), (2, 1, 0))
        counts.reset()
        self.assertEqual([one < other, one <= other, one > other, one >= other], [False, True, False, True])
        self.assertEqual((counts.orders, counts.total), (4, 4))

    def test_they_behave_like_their_values(self) -> None:
        counts = Counts()
        keys = [counting_key(value, counts) for value in (3, 1, 2)]
        self.assertEqual([key.value for key in sorted(keys)], [1, 2, 3])
        self.assertNotEqual(keys[0], keys[1])
        self.assertNotEqual(keys[0], 3)
        self.assertEqual(hash(keys[0]), hash(3))
        self.assertEqual(repr(keys[0]), "key(3)")
        self.assertIsInstance(raised(lambda: keys[0] < 3), TypeError)

    def test_a_scan_is_told_from_a_lookup(self) -> None:
        counts = Counts()
        keys = [counting_key(value, counts) for value in range(100)]
        table = dict.fromkeys(keys)
        counts.reset()
        self.assertIn(counting_key(99, counts), keys)
        self.assertEqual(counts.equals, 100)
        counts.reset()
        self.assertIn(counting_key(99, counts), table)
        self.assertLess(counts.total, 5)


if __name__ == "__main__":
    unittest.main()
