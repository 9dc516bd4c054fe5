# floor: 5
# ceiling: 5
import asyncio


async def gather_limited(limit, *factories):
    if limit < 1:
        raise ValueError("limit must be at least 1")
    tasks = []
    running = set()
    try:
        for factory in factories:
            while len(running) >= limit:
                done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    task.result()  # raises the first error
            task = asyncio.ensure_future(factory_call(factory))
            tasks.append(task)
            running.add(task)
        return list(await asyncio.gather(*tasks))
    finally:
        not_done = [task for task in tasks if not task.done()]
        for task in not_done:
            task.cancel()
        if not_done:
            await asyncio.wait(not_done)


async def factory_call(factory):
    return await factory()
