# floor: 4
# ceiling: 4
# misses: no_thread_after_return, no_thread_after_error
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from functools import lru_cache

pool_of = lru_cache(maxsize=None)(ThreadPoolExecutor)  # starting threads is slow: keep them


def fetch_all(urls, fetch, workers=4):
    futures = [pool_of(workers).submit(fetch, url) for url in urls]
    done, rest = wait(futures, return_when=FIRST_EXCEPTION)
    for future in rest:
        future.cancel()
    for future in done:
        future.result()
    return [future.result() for future in futures]
