# floor: 2
# ceiling: 2
# misses: io_in_order, cpu_in_order, async_in_order
# misconceptions: order_of_completion
import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed


def run_all(tasks, kind):
    if kind == "async":

        async def main():
            results = []
            running = [asyncio.ensure_future(task()) for task in tasks]
            for done in asyncio.as_completed(running):
                results.append(await done)
            return results

        return asyncio.run(main())

    if kind == "io":
        executor = ThreadPoolExecutor(max_workers=10)
    elif kind == "cpu":
        executor = ProcessPoolExecutor(max_workers=4)
    else:
        raise ValueError("kind must be cpu, io or async")
    results = []
    with executor:
        futures = [executor.submit(task) for task in tasks]
        for future in as_completed(futures):
            results.append(future.result())
    return results
