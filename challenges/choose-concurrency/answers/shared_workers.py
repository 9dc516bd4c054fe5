# floor: 4
# ceiling: 4
# misses: io_leaves_no_thread, cpu_leaves_no_process, async_leaves_no_task
import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

_threads = ThreadPoolExecutor(16)
_processes = ProcessPoolExecutor(4)
_loop = asyncio.new_event_loop()


async def _gathered(tasks):
    return list(await asyncio.gather(*(task() for task in tasks)))


def run_all(tasks, kind):
    if kind == "io":
        return [future.result() for future in [_threads.submit(task) for task in tasks]]
    if kind == "cpu":
        return [future.result() for future in [_processes.submit(task) for task in tasks]]
    if kind == "async":
        return _loop.run_until_complete(_gathered(tasks))
    raise ValueError(f"no such kind: {kind}")
