# floor: 3
# ceiling: 3
# misses: refuses_bad_limit, cancels_the_rest
# misconceptions: gather_cancels
import asyncio


async def gather_limited(limit, *factories):
    semaphore = asyncio.Semaphore(limit)

    async def run(factory):
        async with semaphore:
            return await factory()

    return await asyncio.gather(*[run(factory) for factory in factories])
