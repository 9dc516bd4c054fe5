# floor: 4
# ceiling: 5
"""Never hands the pool more than it can start, so there is nothing to cancel."""

from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait


class Fetcher:
    def __init__(self, fetch, workers):
        if workers < 1:
            raise ValueError("at least one worker is needed")
        self.fetch = fetch
        self.workers = workers
        self.results = {}

    def run(self, urls):
        out = {}
        with ThreadPoolExecutor(self.workers) as pool:
            for place, url in enumerate(urls):
                if len(out) == self.workers:
                    self.collect(out)
                out[pool.submit(self.fetch, url)] = place
            while out:
                self.collect(out)
        return [self.results[place] for place in sorted(self.results)]

    def collect(self, out):
        for future in wait(out, return_when=FIRST_COMPLETED).done:
            self.results[out.pop(future)] = future.result()


def fetch_all(urls, fetch, workers=4):
    return Fetcher(fetch, workers).run(urls)
