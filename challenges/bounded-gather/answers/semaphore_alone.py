# floor: 4
# ceiling: 4
# misses: cancels_the_rest
# misconceptions: gather_cancels
import asyncio


async def gather_limited(limit, *factories):
    if limit < 1:
        raise ValueError("limit must be >= 1")
    sem = asyncio.Semaphore(limit)

    async def run(factory):
        async with sem:
            return await factory()

    return await asyncio.gather(*(run(f) for f in factories))
