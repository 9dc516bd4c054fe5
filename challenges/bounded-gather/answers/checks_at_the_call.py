# floor: 3
# ceiling: 3
# misses: refuses_bad_limit
import asyncio


def gather_limited(limit, *factories):
    if limit < 1:
        raise ValueError("limit must be at least 1")
    return _gathered(asyncio.Semaphore(limit), factories)


async def _gathered(semaphore, factories):
    async def run(factory):
        async with semaphore:
            return await factory()

    tasks = [asyncio.ensure_future(run(factory)) for factory in factories]
    try:
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
