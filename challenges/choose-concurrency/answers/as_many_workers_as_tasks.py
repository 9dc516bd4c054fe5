# floor: 4
# ceiling: 4
# misses: empty_input
import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def run_all(tasks, kind):
    async def gather():
        return await asyncio.gather(*(t() for t in tasks))

    if kind == "async":
        return asyncio.run(gather())
    try:
        executor = {"cpu": ProcessPoolExecutor, "io": ThreadPoolExecutor}[kind]
    except KeyError:
        raise ValueError(kind)
    with executor(max_workers=len(tasks)) as pool:
        return [f.result() for f in [pool.submit(t) for t in tasks]]
