"""Forced switches make every naive counter lose, and no correct one stand still."""

from __future__ import annotations

import sys
import threading
import unittest

from support import load
from viva.driver import forced_switches, in_threads, raised

NAIVE = load(
    """
    import threading

    class Augmented:
        def __init__(self): self.value = 0
        def increment(self): self.value += 1

    class GetThenSet(Augmented):
        def increment(self):
            value = self.value
            self.value = value + 1

    class InAList:
        def __init__(self): self.cell = [0]
        def increment(self): self.cell[0] += 1
        value = property(lambda self: self.cell[0])

    class SetDefault:
        def __init__(self): self.counts = {}
        def increment(self):
            self.counts.setdefault("n", 0)
            self.counts["n"] = self.counts["n"] + 1
        value = property(lambda self: self.counts["n"])

    class BehindAProperty:
        def __init__(self): self._value = 0
        @property
        def value(self): return self._value
        @value.setter
        def value(self, value): self._value = value
        def increment(self): self.value = self.value + 1

    class LocksTheWriteOnly(Augmented):
        lock = threading.Lock()
        def increment(self):
            value = self.value + 1
            with self.lock: self.value = value

    class ALockForEachCall(Augmented):
        def increment(self):
            with threading.Lock(): self.value += 1
    """
)

CORRECT = load(
    """
    import itertools, queue, threading

    class WithLock:
        def __init__(self):
            self.value = 0
            self.lock = threading.Lock()
        def increment(self):
            with self.lock: self.value += 1

    class AcquireRelease(WithLock):
        def increment(self):
            self.lock.acquire()
            try: self.value += 1
            finally: self.lock.release()

    class Reentrant:
        def __init__(self):
            self.value = 0
            self.lock = threading.RLock()
        def increment(self):
            with self.lock, self.lock: self.value += 1

    class Conditional(Reentrant):
        def __init__(self):
            super().__init__()
            self.lock = threading.Condition()
        def increment(self):
            with self.lock:
                self.value += 1
                self.lock.notify_all()

    class Spinning(WithLock):
        def increment(self):
            while not self.lock.acquire(blocking=False): pass
            self.value += 1
            self.lock.release()

    class Atomic:
        def __init__(self): self.numbers = itertools.count()
        def increment(self): next(self.numbers)
        value = property(lambda self: next(self.numbers))

    class Queued:
        def __init__(self): self.queue = queue.Queue()
        def increment(self): self.queue.put(1)
        value = property(lambda self: self.queue.qsize())
    """
)


def count(cls: type, threads: int, times: int = 50) -> int:
    """What a counter says after so many threads incremented it so often each."""
    counter = cls()

    def work(_: int) -> None:
        for _ in range(times):
            counter.increment()

    with forced_switches():
        results = in_threads(threads, work)
    assert results == [None] * threads, results
    return counter.value


class Counters(unittest.TestCase):
    def test_naive_ones_lose_updates(self) -> None:
        for name in vars(NAIVE._module):
            for threads in (2, 8):
                if isinstance(getattr(NAIVE, name), type):
                    with self.subTest(name=name, threads=threads):
                        self.assertLess(count(getattr(NAIVE, name), threads), threads * 50)

    def test_correct_ones_lose_none(self) -> None:
        for name in vars(CORRECT._module):
            for threads in (2, 8):
                if isinstance(getattr(CORRECT, name), type):
                    with self.subTest(name=name, threads=threads):
                        self.assertEqual(count(getattr(CORRECT, name), threads), threads * 50)


class OnlyOnce(unittest.TestCase):
    ANSWER = load(
        """
        import threading
        def once(func):
            done = []
            def run():
                if not done:
                    done.append(func())
                return done[0]
            return run
        def locked_once(func):
            done, lock = [], threading.Lock()
            def run():
                with lock:
                    if not done:
                        done.append(func())
                    return done[0]
            return run
        """
    )

    def calls(self, once: object) -> int:
        calls: list[int] = []
        function = once(lambda: calls.append(1))
        with forced_switches():
            in_threads(4, lambda index: function())
        return len(calls)

    def test_a_race_between_asking_and_noting_shows_at_the_first_try(self) -> None:
        self.assertGreater(self.calls(self.ANSWER.once), 1)

    def test_a_lock_closes_it(self) -> None:
        self.assertEqual(self.calls(self.ANSWER.locked_once), 1)


class Surroundings(unittest.TestCase):
    def test_threads_outside_are_left_alone(self) -> None:
        interval = sys.getswitchinterval()
        with forced_switches():
            pass
        self.assertEqual(in_threads(1, lambda index: sys.gettrace()), [None])
        self.assertEqual(sys.getswitchinterval(), interval)

    def test_an_exception_of_a_thread_passes_through(self) -> None:
        answer = load("def fail(n):\n    return 1 // n\n")
        with forced_switches():
            results = in_threads(2, answer.fail)
        self.assertEqual((type(results[0]), results[1]), (ZeroDivisionError, 1))

    def test_a_thread_that_never_ends_holds_up_nobody(self) -> None:
        answer = load("def wait(event): event.wait()\ndef work():\n    return sum(n for n in range(100))\n")
        event = threading.Event()
        with forced_switches():
            waiter = threading.Thread(target=answer.wait, args=(event,))
            waiter.start()
            self.assertEqual(in_threads(2, lambda index: answer.work()), [4950, 4950])
            event.set()
            waiter.join()

    def test_much_work_runs_on_freely(self) -> None:
        answer = load("def work(n):\n    while n: n -= 1\n    return 'done'\n")
        with forced_switches():
            self.assertEqual(in_threads(2, lambda index: answer.work(100_000)), ["done"] * 2)

    def test_errors_inside_the_block_pass(self) -> None:
        def block() -> None:
            with forced_switches():
                raise KeyError

        self.assertIsInstance(raised(block), KeyError)


if __name__ == "__main__":
    unittest.main()
