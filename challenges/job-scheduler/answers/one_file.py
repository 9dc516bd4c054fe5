# floor: 4
# ceiling: 5
"""Runs jobs that depend on each other: a heap of ready ones, and callbacks for all that ends."""

import asyncio
import heapq


class Result:
    def __init__(self):
        self.state = None
        self.value = None
        self.error = None
        self.attempts = 0

    def __repr__(self):
        return f"Result({self.state}, {self.value!r}, {self.error!r}, {self.attempts})"


class Job:
    def __init__(self, index, name, func, after, retries, delay, factor, max_delay):
        self.index = index
        self.name = name
        self.func = func
        self.after = after
        self.retries = retries
        self.delay = delay
        self.factor = factor
        self.max_delay = max_delay
        self.result = Result()
        self.behind = []
        self.missing = len(after)
        self.task = None
        self.timer = None
        self.cancelling = False

    def wait(self):
        return min(self.delay * self.factor ** (self.result.attempts - 1), self.max_delay)


class Scheduler:
    def __init__(self, limit=4):
        if limit < 1:
            raise ValueError("limit must be at least 1")
        self._limit = limit
        self._jobs = {}
        self._ready = []
        self._flying = set()
        self._open = 0
        self._over = None
        self._closing = False

    def add(self, name, func, after=(), retries=0, delay=1.0, factor=2.0, max_delay=60.0):
        if name in self._jobs:
            raise ValueError(f"there is a job {name} already")
        if retries < 0 or delay < 0 or max_delay < 0 or factor < 1:
            raise ValueError("retries, delays or factor are out of range")
        after = list(dict.fromkeys(after))
        self._jobs[name] = Job(len(self._jobs), name, func, after, retries, delay, factor, max_delay)

    async def run(self):
        if self._over is not None:
            raise RuntimeError("a scheduler runs once")
        self._connect()
        self._over = asyncio.get_running_loop().create_future()
        jobs = list(self._jobs.values())
        self._open = sum(job.result.state is None for job in jobs)
        for job in jobs:
            if job.result.state == "cancelled":
                self._skip_behind(job)
        for job in jobs:
            if job.result.state is None and not job.missing:
                heapq.heappush(self._ready, job.index)
        self._jobs_by_index = jobs
        self._start()
        try:
            await self._over
        except asyncio.CancelledError:
            await self._close()
            raise
        return {job.name: job.result for job in jobs}

    def cancel(self, name):
        job = self._jobs[name]
        if job.result.state is not None or job.cancelling:
            return False
        job.cancelling = True
        if job.task is not None:
            job.task.cancel()
            return True
        if job.timer is not None:
            job.timer.cancel()
        if self._over is None:
            job.result.state = "cancelled"
        else:
            self._settle(job, "cancelled")
        return True

    def _connect(self):
        for job in self._jobs.values():
            for name in job.after:
                if name not in self._jobs:
                    raise ValueError(f"{job.name} depends on {name}, which was never added")
                self._jobs[name].behind.append(job)
        left = {job: job.missing for job in self._jobs.values()}
        free = [job for job, missing in left.items() if not missing]
        while free:
            job = free.pop()
            del left[job]
            for other in job.behind:
                left[other] -= 1
                if not left[other]:
                    free.append(other)
        if left:
            job, seen = next(iter(left)), set()
            while job not in seen:
                seen.add(job)
                job = next(self._jobs[name] for name in job.after if self._jobs[name] in left)
            raise ValueError(f"{job.name} depends on itself")

    def _start(self):
        while self._ready and len(self._flying) < self._limit and not self._closing:
            job = self._jobs_by_index[heapq.heappop(self._ready)]
            if job.result.state is None:
                job.task = asyncio.get_running_loop().create_task(self._attempt(job))
                self._flying.add(job.task)
                job.task.add_done_callback(lambda _, job=job: self._ended(job))
        if not self._open and not self._over.done():
            self._over.set_result(None)

    async def _attempt(self, job):
        job.result.attempts += 1
        return await job.func()

    def _ended(self, job):
        task, job.task = job.task, None
        self._flying.discard(task)
        error = None if task.cancelled() else task.exception()
        if task.cancelled() or job.cancelling:
            self._settle(job, "cancelled")
        elif error is None:
            job.result.value = task.result()
            self._settle(job, "done")
        elif job.result.attempts <= job.retries and not self._closing:
            job.timer = asyncio.get_running_loop().call_later(job.wait(), self._again, job)
            self._start()
        else:
            job.result.error = error
            self._settle(job, "failed")

    def _again(self, job):
        job.timer = None
        heapq.heappush(self._ready, job.index)
        self._start()

    def _settle(self, job, state):
        job.result.state = state
        self._open -= 1
        if state == "done":
            for other in job.behind:
                other.missing -= 1
                if not other.missing and other.result.state is None:
                    heapq.heappush(self._ready, other.index)
        else:
            self._skip_behind(job)
        self._start()

    def _skip_behind(self, job):
        lost = list(job.behind)
        while lost:
            other = lost.pop()
            if other.result.state is None:
                other.result.state = "skipped"
                self._open -= 1
                lost += other.behind

    async def _close(self):
        self._closing = True
        for job in self._jobs.values():
            if job.timer is not None:
                job.timer.cancel()
        for task in self._flying:
            task.cancel()
        await asyncio.gather(*self._flying, return_exceptions=True)
