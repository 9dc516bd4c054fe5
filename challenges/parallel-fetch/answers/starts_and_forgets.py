# floor: 1
# ceiling: 1
# misses: fetches_one, results, in_order, overlaps, reaches_workers, never_exceeds_workers, default_workers, error_itself,
#         empty_input, generator_of_urls, stops_after_first_fails, stops_after_later_fails, no_thread_after_return,
#         no_thread_after_error, refuses_bad_workers, thread_pool
import threading


def fetch_all(urls, fetch, workers=4):
    for url in urls:
        threading.Thread(target=fetch, args=(url,)).start()
