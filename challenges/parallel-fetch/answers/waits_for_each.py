# floor: 2
# ceiling: 2
# misses: overlaps, reaches_workers, default_workers
# misconceptions: one_after_another
from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, workers=4):
    with ThreadPoolExecutor(workers) as pool:
        return [pool.submit(fetch, url).result() for url in urls]
