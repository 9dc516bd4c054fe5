# floor: 3
# ceiling: 3
# misses: empty_input, generator_of_urls
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait


def fetch_all(urls, fetch, workers=4):
    with ThreadPoolExecutor(min(workers, len(urls))) as pool:
        futures = [pool.submit(fetch, url) for url in urls]
        done, pending = wait(futures, return_when=FIRST_EXCEPTION)
        for future in pending:
            future.cancel()
        for future in done:
            future.result()
        return [future.result() for future in futures]
