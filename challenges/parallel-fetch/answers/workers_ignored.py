# floor: 3
# ceiling: 3
# misses: never_exceeds_workers, default_workers, stops_after_first_fails, stops_after_later_fails, refuses_bad_workers
# misconceptions: a_thread_for_each, an_error_stops_the_rest
from concurrent.futures import ThreadPoolExecutor


def fetch_all(urls, fetch, workers=4):
    with ThreadPoolExecutor(max_workers=32) as pool:
        futures = [pool.submit(fetch, url) for url in urls]
        return [f.result() for f in futures]
