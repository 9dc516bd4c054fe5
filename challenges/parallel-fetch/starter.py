"""Parallel fetch: write `fetch_all`."""


def fetch_all(urls, fetch, workers=4):
    """The results of `fetch(url)` for all urls, in order, fetched by so many threads."""
    raise NotImplementedError
