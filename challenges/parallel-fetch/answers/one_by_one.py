# floor: 2
# ceiling: 2
# misses: overlaps, reaches_workers, default_workers, refuses_bad_workers, thread_pool
# misconceptions: one_after_another
def fetch_all(urls, fetch, workers=4):
    results = []
    for url in urls:
        results.append(fetch(url))
    return results
