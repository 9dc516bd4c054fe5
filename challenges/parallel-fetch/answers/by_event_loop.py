# floor: 4
# ceiling: 5
import asyncio
from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, workers=4):
    with ThreadPoolExecutor(workers) as pool:
        return asyncio.run(_gathered(list(urls), fetch, workers, pool))


async def _gathered(urls, fetch, workers, pool):
    loop = asyncio.get_running_loop()
    results = [None] * len(urls)
    left = iter(enumerate(urls))

    async def worker():
        for index, url in left:
            results[index] = await loop.run_in_executor(pool, fetch, url)

    tasks = [asyncio.ensure_future(worker()) for _ in range(workers)]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
    return results
