"""Tools for answers that run things at once: threads that start together, and a meter of how many overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Barrier, Condition, Thread
from typing import Any

from viva._alone import alone
from viva._calls import Attempt, attempt
from viva._clock import real_monotonic, real_sleep
from viva._kept import BUILTINS

__builtins__ = BUILTINS

# Once the wanted ones are inside, they stay this much longer, so that one too many shows.
_LINGER_S = 0.05
# A coroutine that waits for others lets them run this often before it rests, this long each time.
_EAGER_TURNS = 100
_REST_S = 0.001


def in_thread(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """The call's result from a fresh thread; what it raises there is raised here."""
    (result,) = _run_threads([lambda: attempt(function, *args, **kwargs)])
    if result.error is not None:
        raise result.error
    return result.value


def in_threads(count: int, function: Callable[[int], Any]) -> list[Any]:
    """Calls `function(index)` in threads that start together; the results in order, exceptions among them."""
    together = Barrier(count)

    def call(index: int) -> Attempt:
        together.wait()
        return attempt(function, index)

    results = _run_threads([lambda index=index: call(index) for index in range(count)])
    return [result.value if result.returned else result.error for result in results]


def _run_threads(calls: list[Callable[[], Attempt]]) -> list[Attempt]:
    alone()
    results: list[Any] = [None] * len(calls)

    def run(index: int) -> None:
        results[index] = calls[index]()

    threads = [Thread(target=run, args=(index,), daemon=True) for index in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


class Overlap:
    """Counts who is inside: `now`, the `most` at once, and the `total` that ever entered."""

    def __init__(self, wanted: int, patience: float) -> None:
        self.now = self.most = self.total = 0
        self._wanted = wanted
        self._patience = patience
        self._changed = Condition()
        self._deadline: float | None = None  # set by the first to arrive
        self._open = wanted <= 1

    def __enter__(self) -> Overlap:
        with self._changed:
            self._arrive()
            while not self._is_open():
                self._changed.wait(max(0.0, self._deadline - real_monotonic()))
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self.now -= 1

    async def __aenter__(self) -> Overlap:
        with self._changed:
            self._arrive()
        turns = 0
        while not self._looks_open():
            await _Turn()
            turns += 1
            if turns > _EAGER_TURNS:
                real_sleep(_REST_S)
        return self

    async def __aexit__(self, *_: object) -> None:
        self.__exit__()

    def _arrive(self) -> None:
        """One more is inside. The last one wanted shortens everybody's wait to a moment."""
        self.now += 1
        self.total += 1
        self.most = max(self.most, self.now)
        if self._open:
            return
        if self._deadline is None:
            self._deadline = real_monotonic() + self._patience
        if self.now == self._wanted:
            self._deadline = real_monotonic() + _LINGER_S
            self._changed.notify_all()

    def _is_open(self) -> bool:
        """Whether nobody need wait any more; once that is so, it stays so."""
        if not self._open and real_monotonic() >= self._deadline:
            self._open = True
            self._changed.notify_all()
        return self._open

    def _looks_open(self) -> bool:
        with self._changed:
            return self._is_open()


class _Turn:
    """Awaited, it lets the other coroutines of the loop run once."""

    def __await__(self) -> Iterator[None]:
        yield


def overlap(wanted: int = 1, patience: float = 2.0) -> Overlap:
    """A meter for `with` and `async with`; the first inside wait for `wanted`, or until patience is over."""
    alone()
    return Overlap(wanted, patience)
