# floor: 3
# ceiling: 3
# misses: default_workers
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait


def fetch_all(urls, fetch, workers=8):
    with ThreadPoolExecutor(workers) as pool:
        futures = [pool.submit(fetch, url) for url in urls]
        done, pending = wait(futures, return_when=FIRST_EXCEPTION)
        [f.cancel() for f in pending]
        [f.result() for f in done]
        return [f.result() for f in futures]
