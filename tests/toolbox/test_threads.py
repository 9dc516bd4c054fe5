"""Threads that start together, and the meter of overlap."""

from __future__ import annotations

import threading
import unittest
from concurrent.futures import ThreadPoolExecutor

import support  # noqa: F401
from viva.driver import fake_clock, in_thread, in_threads, overlap, raised, run_async


class Threads(unittest.TestCase):
    def test_in_thread_gives_the_result_from_another_thread(self) -> None:
        self.assertNotEqual(in_thread(threading.get_ident), threading.get_ident())
        self.assertEqual(in_thread(divmod, 7, 2), (3, 1))

    def test_in_thread_raises_here_what_was_raised_there(self) -> None:
        self.assertIsInstance(raised(in_thread, int, "no"), ValueError)
        self.assertIsInstance(raised(in_thread, lambda: (_ for _ in ()).throw(SystemExit)), SystemExit)

    def test_in_threads_keeps_order_and_exceptions(self) -> None:
        results = in_threads(4, lambda index: 6 // (index - 1))
        self.assertIsInstance(results[1], ZeroDivisionError)
        self.assertEqual([results[0], *results[2:]], [-6, 6, 3])

    def test_in_threads_starts_all_together(self) -> None:
        alive = in_threads(8, lambda index: threading.active_count())
        self.assertGreaterEqual(max(alive), 8)
        self.assertEqual(in_threads(0 + 1, lambda index: index), [0])


class OverlapOfThreads(unittest.TestCase):
    def visit(self, meter: object) -> None:
        with meter:
            pass

    def test_the_wanted_number_is_seen(self) -> None:
        meter = overlap(wanted=3, patience=60)
        with ThreadPoolExecutor(3) as pool:
            for _ in range(9):
                pool.submit(self.visit, meter)
        self.assertEqual((meter.most, meter.now, meter.total), (3, 0, 9))

    def test_one_too_many_is_seen(self) -> None:
        meter = overlap(wanted=3, patience=60)
        in_threads(6, lambda index: self.visit(meter))
        self.assertGreater(meter.most, 3)

    def test_one_after_the_other_is_one_at_most(self) -> None:
        meter = overlap(wanted=2, patience=0.05)
        for _ in range(3):
            self.visit(meter)
        self.assertEqual((meter.most, meter.total), (1, 3))

    def test_wanting_one_waits_for_nobody(self) -> None:
        meter = overlap(patience=3600)
        with meter as inside:
            self.assertIs(inside, meter)
            self.assertEqual(meter.now, 1)
        self.assertEqual((meter.now, meter.most), (0, 1))

    def test_an_exception_inside_counts_as_leaving(self) -> None:
        meter = overlap()
        with self.assertRaises(KeyError), meter:
            raise KeyError
        self.assertEqual(meter.now, 0)

    def test_patience_is_of_real_time(self) -> None:
        meter = overlap(wanted=2, patience=0.05)
        with fake_clock():
            self.visit(meter)
        self.assertEqual(meter.most, 1)


class OverlapOfCoroutines(unittest.TestCase):
    async def visit(self, meter: object) -> None:
        async with meter:
            pass

    def most_of(self, count: int, wanted: int, limit: int, patience: float) -> int:
        import asyncio

        meter = overlap(wanted=wanted, patience=patience)

        async def main() -> None:
            gate = asyncio.Semaphore(limit)

            async def limited() -> None:
                async with gate:
                    await self.visit(meter)

            await asyncio.gather(*(limited() for _ in range(count)))

        run_async(main())
        self.assertEqual((meter.now, meter.total), (0, count))
        return meter.most

    def test_the_wanted_number_is_seen(self) -> None:
        self.assertEqual(self.most_of(count=9, wanted=3, limit=3, patience=60), 3)

    def test_one_too_many_is_seen(self) -> None:
        self.assertGreater(self.most_of(count=9, wanted=3, limit=9, patience=60), 3)

    def test_one_after_the_other_is_one_at_most(self) -> None:
        self.assertEqual(self.most_of(count=3, wanted=2, limit=1, patience=0.05), 1)

    def test_it_works_under_a_fake_clock(self) -> None:
        with fake_clock():
            self.assertEqual(self.most_of(count=4, wanted=4, limit=4, patience=60), 4)


if __name__ == "__main__":
    unittest.main()
