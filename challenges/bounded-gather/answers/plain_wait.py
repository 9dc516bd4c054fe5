# floor: 4
# ceiling: 4
# misses: outer_cancellation
import asyncio


async def gather_limited(limit, *factories):
    if limit < 1:
        raise ValueError("limit must be at least 1")
    if not factories:
        return []
    gate = asyncio.BoundedSemaphore(limit)

    async def through(factory):
        async with gate:
            return await factory()

    tasks = [asyncio.ensure_future(through(factory)) for factory in factories]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    for task in done:
        if not task.cancelled() and task.exception() is not None:
            raise task.exception()
    return [task.result() for task in tasks]
