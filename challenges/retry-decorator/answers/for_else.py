# floor: 3
# ceiling: 3
# misses: keeps_metadata, refuses_below_one, uses_wraps
import time


def retry(max_attempts=3, delay=1):
    def deco(fn):
        def inner(*args, **kwargs):
            last = None
            for i in range(max_attempts):
                if i:
                    time.sleep(delay)
                try:
                    result = fn(*args, **kwargs)
                except Exception as e:
                    last = e
                else:
                    return result
            raise last

        return inner

    return deco
