# floor: 3
# ceiling: 3
# misses: async_overlaps, tasks_on_one_loop
# misconceptions: coroutines_apart
import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def run_all(tasks, kind):
    if kind not in {"cpu", "io", "async"}:
        raise ValueError(f"bad kind {kind}")
    pool = ProcessPoolExecutor(2) if kind == "cpu" else ThreadPoolExecutor(8)
    with pool:
        if kind == "async":
            futures = [pool.submit(lambda t=t: asyncio.run(t())) for t in tasks]
        else:
            futures = [pool.submit(t) for t in tasks]
        return [f.result() for f in futures]
