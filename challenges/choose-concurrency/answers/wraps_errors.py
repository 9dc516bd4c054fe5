# floor: 4
# ceiling: 4
# misses: io_error, cpu_error, async_error
# misconceptions: errors_are_wrapped
import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


class TaskFailed(Exception):
    pass


def run_all(tasks, kind):
    async def gather():
        return await asyncio.gather(*(t() for t in tasks))

    if kind not in ("cpu", "io", "async"):
        raise ValueError(kind)
    try:
        if kind == "async":
            return asyncio.run(gather())
        with (ProcessPoolExecutor if kind == "cpu" else ThreadPoolExecutor)(4) as pool:
            return [f.result() for f in [pool.submit(t) for t in tasks]]
    except Exception as e:
        raise TaskFailed("a task failed") from e
