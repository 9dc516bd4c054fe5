# floor: 2
# ceiling: 2
# misses: never_above_limit, called_in_turn, cancels_the_rest
# misconceptions: calls_all_at_once, gather_cancels
import asyncio


async def gather_limited(limit, *factories):
    if limit < 1:
        raise ValueError("limit must be at least 1")
    semaphore = asyncio.Semaphore(limit)

    async def bounded(awaitable):
        async with semaphore:
            return await awaitable

    return await asyncio.gather(*(bounded(factory()) for factory in factories))
