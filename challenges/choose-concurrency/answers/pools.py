# floor: 4
# ceiling: 5
import asyncio
from multiprocessing import Pool
from multiprocessing.pool import ThreadPool


def _call(f):
    return f()


def run_all(tasks, kind):
    if kind not in ("cpu", "io", "async"):
        raise ValueError(kind)
    if kind == "async":

        async def main():
            return list(await asyncio.gather(*[asyncio.create_task(t()) for t in tasks]))

        return asyncio.run(main())
    pool = (Pool if kind == "cpu" else ThreadPool)(4)
    try:
        return pool.map(_call, tasks, chunksize=1)
    finally:
        pool.close()
        pool.join()
