# floor: 2
# ceiling: 2
# misses: in_order
# misconceptions: order_of_completion
from concurrent.futures import ThreadPoolExecutor, as_completed


def fetch_all(urls, fetch, workers=4):
    with ThreadPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(fetch, url) for url in urls]
        try:
            return [future.result() for future in as_completed(futures)]
        finally:
            for future in futures:
                future.cancel()
