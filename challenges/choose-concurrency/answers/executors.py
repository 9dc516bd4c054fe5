# floor: 4
# ceiling: 5
import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


async def _together(tasks):
    return await asyncio.gather(*(task() for task in tasks))


def run_all(tasks, kind):
    if kind == "async":
        return asyncio.run(_together(tasks))
    if kind == "io":
        pool_class = ThreadPoolExecutor
    elif kind == "cpu":
        pool_class = ProcessPoolExecutor
    else:
        raise ValueError(f"unknown kind: {kind!r}")
    with pool_class() as pool:
        futures = [pool.submit(task) for task in tasks]
        return [future.result() for future in futures]
