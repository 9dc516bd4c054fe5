# floor: 3
# ceiling: 3
# misses: never_exceeds_workers, default_workers, error_itself, stops_after_first_fails, stops_after_later_fails,
#         no_thread_after_error, refuses_bad_workers, thread_pool
# misconceptions: a_thread_for_each
from threading import Thread


def fetch_all(urls, fetch, workers=4):
    urls = list(urls)
    results = [None] * len(urls)

    def work(i):
        results[i] = fetch(urls[i])

    threads = [Thread(target=work, args=(i,)) for i in range(len(urls))]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return results
