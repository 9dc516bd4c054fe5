# floor: 3
# ceiling: 3
# misses: error_itself
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait


class FetchError(Exception):
    """A url could not be fetched."""


def fetch_all(urls, fetch, workers=4):
    with ThreadPoolExecutor(workers) as pool:
        futures = {pool.submit(fetch, url): url for url in urls}
        done, pending = wait(futures, return_when=FIRST_EXCEPTION)
        for future in pending:
            future.cancel()
        for future in done:
            if future.exception() is not None:
                raise FetchError(futures[future]) from future.exception()
        return [future.result() for future in futures]
