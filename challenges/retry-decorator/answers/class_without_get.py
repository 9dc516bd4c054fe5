# floor: 4
# ceiling: 4
# misses: methods_work
import functools
import time


class _Retry:
    def __init__(self, func, attempts, delay):
        functools.update_wrapper(self, func)
        self._func, self._attempts, self._delay = func, attempts, delay

    def __call__(self, *args, **kwargs):
        for attempt in range(self._attempts):
            try:
                return self._func(*args, **kwargs)
            except Exception:
                if attempt + 1 == self._attempts:
                    raise
                time.sleep(self._delay)


def retry(max_attempts=3, delay=1):
    if max_attempts < 1:
        raise ValueError(max_attempts)
    return lambda func: _Retry(func, max_attempts, delay)
