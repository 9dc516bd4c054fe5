# floor: 2
# ceiling: 2
# misses: retried, failure_told, dependents_skipped, within_limit, reaches_limit, backs_off, delay_capped,
#   no_wait_at_the_end, skipped_indirectly, error_itself, cancel_before, cancel_in_flight, cycle,
#   missing_dependency, wrong_arguments, retry_frees_place, cancel_while_waiting, cancel_says,
#   cancel_awaited, run_cancelled, long_chain, second_run
"""A task group of everything; whatever fails ends it."""

import asyncio


class Result:
    def __init__(self, value):
        self.state, self.value, self.error, self.attempts = "done", value, None, 1


class Scheduler:
    def __init__(self, limit=4):
        self.jobs = {}

    def add(self, name, func, after=(), **options):
        self.jobs[name] = func, after

    async def run(self):
        tasks = {}

        async def one(func, after):
            for name in after:
                await tasks[name]
            return Result(await func())

        for name, (func, after) in self.jobs.items():
            tasks[name] = asyncio.ensure_future(one(func, after))
        return dict(zip(tasks, await asyncio.gather(*tasks.values())))
