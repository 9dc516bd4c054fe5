# floor: 4
# ceiling: 4
# misses: stops_after_first_fails, stops_after_later_fails
# misconceptions: an_error_stops_the_rest
from multiprocessing.pool import ThreadPool


def fetch_all(urls, fetch, workers=4):
    pool = ThreadPool(workers)
    try:
        return pool.map(fetch, urls, chunksize=1)
    finally:
        pool.close()
        pool.join()
