# floor: 2
# ceiling: 2
# misses: in_order, cancels_the_rest, outer_cancellation
# misconceptions: order_of_completion, gather_cancels
import asyncio


async def gather_limited(limit, *factories):
    if limit < 1:
        raise ValueError("limit must be at least 1")
    sem = asyncio.Semaphore(limit)

    async def run(f):
        async with sem:
            return await f()

    results = []
    for next_done in asyncio.as_completed([asyncio.create_task(run(f)) for f in factories]):
        results.append(await next_done)
    return results
