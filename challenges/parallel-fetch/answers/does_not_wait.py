# floor: 4
# ceiling: 4
# misses: no_thread_after_error
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait


def fetch_all(urls, fetch, workers=4):
    pool = ThreadPoolExecutor(workers)
    futures = [pool.submit(fetch, url) for url in urls]
    done, rest = wait(futures, return_when=FIRST_EXCEPTION)
    pool.shutdown(wait=False, cancel_futures=True)
    for f in done:
        if f.exception():
            raise f.exception()
    return [f.result() for f in futures]
