# floor: 3
# ceiling: 3
# misses: cpu_in_other_processes, processes_for_cpu
# misconceptions: threads_for_cpu
import asyncio
from concurrent.futures import ThreadPoolExecutor


def run_all(tasks, kind):
    if kind == "async":

        async def main():
            return await asyncio.gather(*(t() for t in tasks))

        return asyncio.run(main())
    if kind in ("cpu", "io"):
        with ThreadPoolExecutor(8) as ex:
            return list(ex.map(lambda t: t(), tasks))
    raise ValueError("unknown kind")
