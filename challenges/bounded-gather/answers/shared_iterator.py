# floor: 5
# ceiling: 5
import asyncio


async def gather_limited(limit, *factories):
    if limit < 1:
        raise ValueError("limit < 1")
    results = [None] * len(factories)
    left = iter(enumerate(factories))

    async def worker():
        for i, factory in left:
            results[i] = await factory()

    workers = [asyncio.ensure_future(worker()) for _ in range(min(limit, len(factories)))]
    try:
        await asyncio.gather(*workers)
    finally:
        for w in workers:
            w.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
    return results
