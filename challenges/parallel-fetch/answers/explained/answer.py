# floor: 5
# ceiling: 5
from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from typing import TypeVar

T = TypeVar("T")


def fetch_all(urls: Iterable[str], fetch: Callable[[str], T], workers: int = 4) -> list[T]:
    """Fetch all urls with a pool of threads; the first error cancels what has not begun."""
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(fetch, url) for url in urls]
        done, pending = wait(futures, return_when=FIRST_EXCEPTION)
        for future in pending:
            future.cancel()
        for future in done:
            future.result()
        return [future.result() for future in futures]
