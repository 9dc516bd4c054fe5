"""The clock that can be faked. Waits here are of hours, so a wrong tool hangs instead of passing."""

from __future__ import annotations

import asyncio
import pickle
import queue
import threading
import time
import unittest
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from support import load
from viva._clock import install, install_asyncio, real_monotonic
from viva.driver import fake_clock, in_threads, raised, run_async

install_asyncio()
HOUR = 3600.0


class Time(unittest.TestCase):
    def test_sleeping_moves_every_clock_and_is_noted(self) -> None:
        with fake_clock(start=50.0) as clock:
            time.sleep(HOUR)
            time.sleep(1)
            readings = time.time(), time.monotonic(), time.perf_counter(), clock.now
            self.assertEqual(set(readings), {50.0 + HOUR + 1})
            self.assertEqual(time.monotonic_ns(), round((51 + HOUR) * 1e9))
        self.assertEqual(clock.sleeps, [HOUR, 1.0])
        self.assertTrue(all(type(sleep) is float for sleep in clock.sleeps))

    def test_advance_moves_it_without_a_sleep(self) -> None:
        with fake_clock() as clock:
            clock.advance(5)
            self.assertEqual(time.monotonic(), 1005.0)
        self.assertEqual(clock.sleeps, [])

    def test_outside_everything_is_real(self) -> None:
        with fake_clock(start=0.0):
            pass
        before = real_monotonic()
        self.assertLessEqual(before, time.monotonic())
        self.assertGreater(time.time(), 1e9)
        self.assertIsInstance(time.time_ns(), int)

    def test_the_inner_of_two_clocks_counts(self) -> None:
        with fake_clock(1.0) as outer:
            with fake_clock(2.0) as inner:
                time.sleep(10)
            time.sleep(20)
        self.assertEqual((outer.sleeps, inner.sleeps), ([20.0], [10.0]))

    def test_wrong_sleeps_are_refused_as_ever(self) -> None:
        with fake_clock() as clock:
            self.assertIsInstance(raised(time.sleep, -1), ValueError)
            self.assertIsInstance(raised(time.sleep, "1"), TypeError)
            self.assertIsInstance(raised(time.sleep), TypeError)
        self.assertEqual(clock.sleeps, [])

    def test_an_answer_that_imports_the_names_meets_it(self) -> None:
        answer = load(
            """
            from time import monotonic, sleep as rest
            class Limiter:
                clock = monotonic  # a built-in function does not bind, nor may its shim
                def ask(self): return self.clock()
            def nap(): rest(3600)
            """
        )
        with fake_clock(7.0) as clock:
            answer.nap()
            self.assertEqual(answer.Limiter().ask(), 7.0 + HOUR)
        self.assertEqual(clock.sleeps, [HOUR])

    def test_shims_look_and_pickle_like_what_they_stand_for(self) -> None:
        self.assertIs(pickle.loads(pickle.dumps(time.sleep)), time.sleep)
        self.assertEqual((time.sleep.__name__, time.sleep.__module__), ("sleep", "time"))

    def test_installing_twice_changes_nothing(self) -> None:
        before = time.sleep, asyncio.sleep
        install()
        install_asyncio()
        self.assertEqual((time.sleep, asyncio.sleep), before)


class RealTimeOfThreads(unittest.TestCase):
    """A fake clock stands still while threads wait, so their timeouts must not read it."""

    def test_timeouts_of_queues_locks_and_futures_end(self) -> None:
        with fake_clock(), ThreadPoolExecutor(1) as pool:
            self.assertIsInstance(raised(queue.Queue().get, timeout=0.01), queue.Empty)
            self.assertFalse(threading.Event().wait(0.01))
            self.assertFalse(threading.Semaphore(0).acquire(timeout=0.01))
            self.assertEqual(list(pool.map(str, [1], timeout=HOUR)), ["1"])

    def test_a_condition_waits_for_its_timeout(self) -> None:
        condition = threading.Condition()
        with fake_clock(), condition:
            self.assertFalse(condition.wait_for(lambda: False, timeout=0.01))

    def test_threads_that_sleep_follow_the_clock(self) -> None:
        with fake_clock() as clock, ThreadPoolExecutor(2) as pool:
            list(pool.map(time.sleep, [HOUR, HOUR]))
            in_threads(2, lambda index: time.sleep(HOUR))
        self.assertEqual(clock.sleeps, [HOUR] * 4)


class Asyncio(unittest.TestCase):
    def test_sleeps_take_no_time_and_overlap(self) -> None:
        async def both() -> list[float]:
            async def nap(hours: float) -> float:
                await asyncio.sleep(hours * HOUR)
                return time.monotonic()

            return await asyncio.gather(nap(1), nap(2))

        with fake_clock(0.0) as clock:
            self.assertEqual(run_async(both()), [HOUR, 2 * HOUR])
        self.assertEqual(clock.sleeps, [HOUR, 2 * HOUR])

    def test_a_clock_may_be_given_instead(self) -> None:
        clock = fake_clock(0.0)
        self.assertEqual(run_async(asyncio.sleep(HOUR, "done"), clock=clock), "done")
        self.assertEqual(clock.now, HOUR)

    def test_timeouts_fire(self) -> None:
        async def late() -> str:
            try:
                return await asyncio.wait_for(asyncio.Event().wait(), HOUR)
            except asyncio.TimeoutError:
                return "timed out"

        with fake_clock():
            self.assertEqual(run_async(late()), "timed out")

    def test_a_loop_of_the_answer_s_own_follows_it(self) -> None:
        answer = load(
            """
            import asyncio
            from asyncio import sleep
            def main(): asyncio.run(sleep(3600))
            """
        )
        with fake_clock() as clock:
            answer.main()
        self.assertEqual(clock.sleeps, [HOUR])

    def test_a_thread_s_result_comes_before_a_distant_timeout(self) -> None:
        async def work() -> str:
            loop = asyncio.get_running_loop()
            job = loop.run_in_executor(None, lambda: "done")
            return await asyncio.wait_for(job, HOUR)

        with fake_clock():
            self.assertEqual(run_async(work()), "done")

    def test_without_a_clock_time_is_real_and_errors_pass(self) -> None:
        async def fail() -> None:
            await asyncio.sleep(0.001)
            raise KeyError("x")

        self.assertIsInstance(raised(run_async, fail()), KeyError)

    def test_any_awaitable_will_do(self) -> None:
        class Soon:
            def __await__(self) -> Iterator[None]:
                yield
                return 3

        self.assertEqual(run_async(Soon()), 3)


if __name__ == "__main__":
    unittest.main()
