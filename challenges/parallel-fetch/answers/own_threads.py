# floor: 4
# ceiling: 4
# misses: thread_pool
import threading


def fetch_all(urls, fetch, workers=4):
    if workers < 1:
        raise ValueError(f"workers must be at least 1, not {workers}")
    left = iter(enumerate(urls))
    lock = threading.Lock()
    results = {}
    errors = []

    def work():
        while not errors:
            with lock:
                job = next(left, None)
            if job is None:
                return
            place, url = job
            try:
                results[place] = fetch(url)
            except BaseException as e:
                errors.append(e)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    if errors:
        raise errors[0]
    return [results[place] for place in range(len(results))]
