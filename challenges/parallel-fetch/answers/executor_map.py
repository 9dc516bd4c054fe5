# floor: 4
# ceiling: 4
# misses: stops_after_later_fails
# misconceptions: waits_in_order
from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, workers=4):
    with ThreadPoolExecutor(max_workers=workers) as executor:
        return list(executor.map(fetch, urls))
