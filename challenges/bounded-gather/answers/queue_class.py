# floor: 5
# ceiling: 5
"""Workers on a queue, as a class."""

import asyncio


class BoundedGather:
    """Runs factories with a fixed number of workers and keeps the first error."""

    def __init__(self, limit, factories):
        if limit < 1:
            raise ValueError(f"limit must be positive: {limit}")
        self.limit = limit
        self.results = {}
        self.queue = asyncio.Queue()
        for job in enumerate(factories):
            self.queue.put_nowait(job)

    async def work(self):
        """Takes jobs until there are none."""
        while not self.queue.empty():
            index, factory = self.queue.get_nowait()
            self.results[index] = await factory()

    async def run(self):
        """The results in order; on an error no worker is left behind."""
        workers = {asyncio.get_running_loop().create_task(self.work()) for _ in range(self.limit)}
        try:
            done, _ = await asyncio.wait(workers, return_when=asyncio.FIRST_EXCEPTION)
            for worker in done:
                worker.result()
        finally:
            for worker in workers:
                worker.cancel()
            await asyncio.gather(*workers, return_exceptions=True)
        return [self.results[index] for index in sorted(self.results)]


async def gather_limited(limit, *factories):
    """Like asyncio.gather, with at most `limit` in flight."""
    return await BoundedGather(limit, factories).run()
