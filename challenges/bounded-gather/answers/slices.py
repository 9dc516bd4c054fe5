# floor: 4
# ceiling: 4
# misses: bounded_by_design
import asyncio


async def gather_limited(limit, *factories):
    if limit < 1:
        raise ValueError("limit must be at least 1")
    results = []
    rest = list(factories)
    while rest:
        now, rest = rest[:limit], rest[limit:]
        tasks = [asyncio.ensure_future(factory()) for factory in now]
        try:
            results += await asyncio.gather(*tasks)
        except BaseException:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            raise
    return results
