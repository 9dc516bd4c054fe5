# floor: 3
# ceiling: 3
# misses: no_waves, retry_frees_place, long_chain, cancel_before, cancel_in_flight, cancel_while_waiting, cancel_says,
#   cancel_awaited, run_cancelled, second_run, results_in_order, error_itself
# misconceptions: waves, sleeps_in_its_place, recursion_is_deep_enough
"""Gathers what is ready, wave after wave."""

import asyncio


class Result:
    def __init__(self, state, value=None, error=None, attempts=0):
        self.state, self.value, self.error, self.attempts = state, value, error, attempts


class Scheduler:
    def __init__(self, limit=4):
        if limit <= 0:
            raise ValueError("limit")
        self.limit = limit
        self.jobs = {}

    def add(self, name, func, after=(), retries=0, delay=1.0, factor=2.0, max_delay=60.0):
        if name in self.jobs:
            raise ValueError("there is such a job")
        if retries < 0 or delay < 0 or factor < 1 or max_delay < 0:
            raise ValueError("bad numbers")
        self.jobs[name] = (func, tuple(after), retries, delay, factor, max_delay)

    def visit(self, name, path, seen):
        if name not in self.jobs:
            raise ValueError("missing: " + name)
        if name in path:
            raise ValueError("cycle at " + name)
        if name not in seen:
            for other in self.jobs[name][1]:
                self.visit(other, path + [name], seen)
            seen.add(name)

    async def run(self):
        seen = set()
        for name in self.jobs:
            self.visit(name, [], seen)
        places = asyncio.Semaphore(self.limit)
        results, left = {}, dict(self.jobs)
        while left:
            for name, job in list(left.items()):
                if any(other in results and results[other].state != "done" for other in job[1]):
                    results[name] = Result("skipped")
                    del left[name]
            wave = [name for name, job in left.items() if all(other in results for other in job[1])]
            for name, result in zip(wave, await asyncio.gather(*(self.one(places, left[n]) for n in wave))):
                results[name] = result
                del left[name]
        return results

    async def one(self, places, job):
        func, _, retries, delay, factor, max_delay = job
        async with places:
            for attempt in range(1, retries + 2):
                try:
                    return Result("done", await func(), None, attempt)
                except Exception as e:
                    error = e
                if attempt <= retries:
                    await asyncio.sleep(min(delay * factor ** (attempt - 1), max_delay))
        return Result("failed", None, str(error), retries + 1)

    def cancel(self, name):
        raise NotImplementedError
