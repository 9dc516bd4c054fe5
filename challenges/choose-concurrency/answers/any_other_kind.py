# floor: 3
# ceiling: 3
# misses: unknown_kind
import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


async def gather(tasks):
    return await asyncio.gather(*[t() for t in tasks])


def run_all(tasks, kind):
    if kind == "async":
        return asyncio.run(gather(tasks))
    with ProcessPoolExecutor(4) if kind == "cpu" else ThreadPoolExecutor(16) as pool:
        return [f.result() for f in [pool.submit(t) for t in tasks]]
