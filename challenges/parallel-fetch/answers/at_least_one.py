# floor: 4
# ceiling: 4
# misses: refuses_bad_workers
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait


def fetch_all(urls, fetch, workers=4):
    with ThreadPoolExecutor(max(1, workers)) as pool:
        futures = [pool.submit(fetch, url) for url in urls]
        for future in wait(futures, return_when=FIRST_EXCEPTION).not_done:
            future.cancel()
        for future in futures:
            if future.done() and not future.cancelled():
                future.result()
        return [future.result() for future in futures]
