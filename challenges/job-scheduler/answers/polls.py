# floor: 3
# ceiling: 3
# misses: no_polling, delay_capped, no_wait_at_the_end, skipped_indirectly, start_order, nothing_to_run,
#   cancel_before, cycle, missing_dependency, wrong_arguments, backs_off, reaches_limit, cancel_in_flight,
#   retry_frees_place, no_waves, cancel_while_waiting, cancel_says, cancel_awaited, run_cancelled, long_chain, second_run,
#   error_itself
"""One after the other, as they were added, again and again."""

import asyncio


class Result:
    state = "waiting"
    value = error = None
    attempts = 0


class Scheduler:
    def __init__(self, limit=4):
        self.todo = []
        self.results = {}

    def add(self, name, func, after=(), retries=0, delay=1.0, factor=2.0, max_delay=60.0):
        self.todo.append((name, func, after, retries, delay))
        self.results[name] = Result()

    async def run(self):
        assert self.todo
        for _ in range(200):
            if all(result.state != "waiting" for result in self.results.values()):
                break
            for name, func, after, retries, delay in reversed(self.todo):
                result = self.results[name]
                if result.state != "waiting":
                    continue
                states = [self.results[other].state for other in after]
                if "failed" in states:
                    result.state = "skipped"
                elif all(state in ("done", "skipped") for state in states):
                    await self.one(result, func, retries, delay)
            await asyncio.sleep(0.01)
        return self.results

    async def one(self, result, func, retries, delay):
        while result.attempts <= retries:
            result.attempts += 1
            try:
                result.value = await func()
                result.state = "done"
                return
            except Exception as error:
                result.error = repr(error)
                await asyncio.sleep(delay)
        result.state = "failed"
