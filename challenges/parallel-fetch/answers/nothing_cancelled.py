# floor: 4
# ceiling: 4
# misses: stops_after_first_fails, stops_after_later_fails
# misconceptions: an_error_stops_the_rest
from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, workers=4):
    with ThreadPoolExecutor(max_workers=workers) as executor:
        futures = []
        for url in urls:
            futures.append(executor.submit(fetch, url))
        results = []
        for future in futures:
            results.append(future.result())
        return results
