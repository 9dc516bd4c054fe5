# floor: 4
# ceiling: 4
# misses: cancels_the_rest
# misconceptions: gather_cancels
import asyncio


async def gather_limited(limit, *factories):
    if limit < 1:
        raise ValueError(limit)
    semaphore = asyncio.Semaphore(limit)

    async def one(factory):
        async with semaphore:
            return await factory()

    tasks = [asyncio.create_task(one(factory)) for factory in factories]
    try:
        return await asyncio.gather(*tasks)
    except Exception:
        for task in tasks:
            task.cancel()
        raise
