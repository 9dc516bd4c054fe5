"""The scheduler: one loop that waits for whatever ends next."""

import asyncio
import heapq

from .graph import dependents
from .jobs import Job


class Scheduler:
    def __init__(self, limit=4):
        if limit < 1:
            raise ValueError(f"a limit of {limit} lets nothing run")
        self.limit = limit
        self._jobs = {}
        self._began = False
        self._flying = {}  # task: job
        self._resting = {}  # task of a wait: job
        self._waits = {}
        self._ready = []
        self._behind = {}

    def add(self, name, func, after=(), retries=0, delay=1.0, factor=2.0, max_delay=60.0):
        if name in self._jobs:
            raise ValueError(f"there are two jobs {name!r}")
        for what, value, least in (
            ("retries", retries, 0),
            ("delay", delay, 0),
            ("max_delay", max_delay, 0),
            ("factor", factor, 1),
        ):
            if value < least:
                raise ValueError(f"{what} must be at least {least}")
        after = sorted(set(after))
        self._jobs[name] = Job(len(self._jobs), name, func, after, retries, delay, factor, max_delay)

    def cancel(self, name):
        job = self._jobs[name]
        if job.ended or job.cancelled:
            return False
        job.cancelled = True
        for tasks in (self._flying, self._resting):
            for task, other in tasks.items():
                if other is job:
                    task.cancel()
                    return True
        self._end(job, "cancelled")
        return True

    async def run(self):
        if self._began:
            raise RuntimeError("this scheduler has run already")
        self._began = True
        self._behind = dependents(self._jobs)
        self._waits = {name: len(job.after) for name, job in self._jobs.items()}
        for job in self._jobs.values():
            if job.cancelled:
                self._skip_behind(job)
            elif not job.after:
                heapq.heappush(self._ready, (job.index, job))
        try:
            await self._loop()
        except asyncio.CancelledError:
            tasks = [*self._flying, *self._resting]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            raise
        return {name: job.result for name, job in self._jobs.items()}

    async def _loop(self):
        while True:
            while self._ready and len(self._flying) < self.limit:
                _, job = heapq.heappop(self._ready)
                if not job.ended:
                    self._flying[asyncio.ensure_future(self._attempt(job))] = job
            if not self._flying and not self._resting:
                return
            tasks = [*self._flying, *self._resting]
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in [task for task in tasks if task in done]:
                self._take(task)

    async def _attempt(self, job):
        job.result.attempts += 1
        return await job.func()

    def _take(self, task):
        """What became of an attempt, or of a wait."""
        job = self._resting.pop(task, None)
        if job is not None:
            if job.cancelled:
                self._end(job, "cancelled")
            else:
                heapq.heappush(self._ready, (job.index, job))
            return
        job = self._flying.pop(task)
        if task.cancelled() or job.cancelled:
            self._end(job, "cancelled")
        elif task.exception() is None:
            job.result.value = task.result()
            self._end(job, "done")
        elif job.result.attempts <= job.retries:
            self._resting[asyncio.ensure_future(asyncio.sleep(job.next_wait()))] = job
        else:
            job.result.error = task.exception()
            self._end(job, "failed")

    def _end(self, job, state):
        job.result.state = state
        if state != "done":
            self._skip_behind(job)
            return
        for other in self._behind[job.name]:
            self._waits[other.name] -= 1
            if not self._waits[other.name]:
                heapq.heappush(self._ready, (other.index, other))

    def _skip_behind(self, job):
        lost = list(self._behind.get(job.name, ()))
        while lost:
            other = lost.pop()
            if not other.ended:
                other.result.state = "skipped"
                lost += self._behind[other.name]
