# floor: 2
# ceiling: 2
# misses: any_awaitable
# misconceptions: only_coroutines
import asyncio


async def gather_limited(limit, *factories):
    if limit < 1:
        raise ValueError("limit must be at least 1")
    semaphore = asyncio.Semaphore(limit)
    tasks = []

    async def run(factory):
        async with semaphore:
            return await asyncio.create_task(factory())

    try:
        tasks = [asyncio.create_task(run(factory)) for factory in factories]
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
