# floor: 4
# ceiling: 5
from concurrent.futures import ThreadPoolExecutor
from threading import Event


def fetch_all(urls, fetch, workers=4):
    broken = Event()
    errors = []

    def guarded(url):
        if broken.is_set():
            return None
        try:
            return fetch(url)
        except BaseException as error:
            errors.append(error)
            broken.set()

    with ThreadPoolExecutor(workers) as pool:
        results = list(pool.map(guarded, urls))
    if errors:
        raise errors[0]
    return results
