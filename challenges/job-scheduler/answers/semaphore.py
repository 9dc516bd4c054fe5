# floor: 4
# ceiling: 4
# misses: retry_frees_place, cancel_says, run_cancelled, second_run
"""A task for each job, and a semaphore."""

import asyncio
from types import SimpleNamespace


class Scheduler:
    def __init__(self, limit=4):
        if limit < 1:
            raise ValueError("limit")
        self.limit = limit
        self.jobs = {}

    def add(self, name, func, after=(), retries=0, delay=1.0, factor=2.0, max_delay=60.0):
        if name in self.jobs or retries < 0 or delay < 0 or max_delay < 0 or factor < 1:
            raise ValueError(f"{name} cannot be added so")
        job = SimpleNamespace(func=func, after=set(after), task=None, cancelled=False)
        job.retries, job.delay, job.factor, job.max_delay = retries, delay, factor, max_delay
        job.result = SimpleNamespace(state=None, value=None, error=None, attempts=0)
        self.jobs[name] = job

    def check(self):
        for name, job in self.jobs.items():
            for other in job.after:
                if other not in self.jobs:
                    raise ValueError(f"{name} needs {other}")
        left = {name: set(job.after) for name, job in self.jobs.items()}
        behind = {name: [] for name in left}
        for name, after in left.items():
            for other in after:
                behind[other].append(name)
        free = [name for name, after in left.items() if not after]
        while free:
            gone = free.pop()
            del left[gone]
            for other in behind[gone]:
                left[other].discard(gone)
                if not left[other]:
                    free.append(other)
        # What is only behind a cycle has nobody in `left` behind it at last.
        while left:
            ends = [name for name in left if not any(name in after for after in left.values())]
            if not ends:
                raise ValueError("cycle: " + ", ".join(left))
            for name in ends:
                del left[name]

    async def run(self):
        self.check()
        self.places = asyncio.Semaphore(self.limit)
        loop = asyncio.get_running_loop()
        self.ended = {name: loop.create_future() for name in self.jobs}
        for name, job in self.jobs.items():
            job.task = loop.create_task(self.guard(name, job))
        if self.jobs:
            await asyncio.wait([job.task for job in self.jobs.values()])
        return {name: job.result for name, job in self.jobs.items()}

    async def guard(self, name, job):
        try:
            await self.work(job)
        except asyncio.CancelledError:
            job.result.state = "cancelled"
        finally:
            self.ended[name].set_result(job.result.state)

    async def work(self, job):
        if job.cancelled:
            job.result.state = "cancelled"
            return
        for other in job.after:
            if await asyncio.shield(self.ended[other]) != "done":
                job.result.state = "skipped"
                return
        wait = job.delay
        for attempt in range(job.retries + 1):
            if attempt:
                await asyncio.sleep(min(wait, job.max_delay))
                wait *= job.factor
            try:
                async with self.places:
                    job.result.attempts += 1
                    job.result.value = await job.func()
                job.result.state = "done"
                return
            except Exception as error:
                job.result.error = error
        job.result.state = "failed"

    def cancel(self, name):
        job = self.jobs[name]
        job.cancelled = True
        if job.task is not None:
            job.task.cancel()
        return True
