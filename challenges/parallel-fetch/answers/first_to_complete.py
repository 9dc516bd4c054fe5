# floor: 4
# ceiling: 5
import concurrent.futures


def fetch_all(urls, fetch, workers=4):
    executor = concurrent.futures.ThreadPoolExecutor(max_workers=workers)
    try:
        future_to_index = {}
        for index, url in enumerate(urls):
            future_to_index[executor.submit(fetch, url)] = index
        results = [None] * len(future_to_index)
        for future in concurrent.futures.as_completed(future_to_index):
            results[future_to_index[future]] = future.result()
        return results
    finally:
        executor.shutdown(wait=True, cancel_futures=True)
