# floor: 3
# ceiling: 3
# misses: original_error
import asyncio


class SomeFailed(Exception):
    def __init__(self, errors):
        super().__init__(f"{len(errors)} failed")
        self.errors = errors


async def gather_limited(limit, *factories):
    if limit < 1:
        raise ValueError("limit")
    left = list(enumerate(factories))[::-1]
    results = {}

    async def worker():
        while left:
            i, factory = left.pop()
            results[i] = await factory()

    workers = [asyncio.create_task(worker()) for _ in range(limit)]
    try:
        await asyncio.gather(*workers)
    except Exception as error:
        raise SomeFailed([error]) from error
    finally:
        for w in workers:
            w.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
    return [results[i] for i in range(len(factories))]
