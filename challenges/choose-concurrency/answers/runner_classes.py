# floor: 4
# ceiling: 5
"""A runner for each kind of task; processes are spawned, not forked."""

import asyncio
import multiprocessing
from abc import ABC, abstractmethod
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def call(task):
    """Calls the task; a function of this module, so that it can be pickled."""
    return task()


class Runner(ABC):
    """Runs tasks together."""

    @abstractmethod
    def run(self, tasks):
        """The results in the order of the tasks."""


class ExecutorRunner(Runner):
    """Runs tasks in a pool that lives as long as the call."""

    def __init__(self, make_pool):
        self.make_pool = make_pool

    def run(self, tasks):
        with self.make_pool() as pool:
            return list(pool.map(call, tasks))


class LoopRunner(Runner):
    """Runs coroutines on one loop and cancels the rest when one fails."""

    def run(self, tasks):
        return asyncio.run(self.gathered(tasks))

    @staticmethod
    async def gathered(tasks):
        running = [asyncio.ensure_future(task()) for task in tasks]
        try:
            return [await task for task in running]
        finally:
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)


def _processes():
    return ProcessPoolExecutor(max_workers=2, mp_context=multiprocessing.get_context("spawn"))


RUNNERS = {
    "io": ExecutorRunner(lambda: ThreadPoolExecutor(max_workers=32)),
    "cpu": ExecutorRunner(_processes),
    "async": LoopRunner(),
}


def run_all(tasks, kind):
    """Runs the tasks in the way that suits their kind."""
    try:
        runner = RUNNERS[kind]
    except KeyError:
        raise ValueError(f"kind must be one of {sorted(RUNNERS)}, not {kind!r}") from None
    return runner.run(list(tasks))
