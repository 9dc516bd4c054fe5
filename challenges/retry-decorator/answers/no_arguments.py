# floor: 3
# ceiling: 3
# misses: arguments_pass, keywords_pass, keeps_metadata, refuses_below_one, methods_work, uses_wraps
import time


def retry(max_attempts=3, delay=1):
    def decorator(func):
        def wrapper():
            for i in range(max_attempts):
                try:
                    return func()
                except Exception as e:
                    if i == max_attempts - 1:
                        raise e
                    time.sleep(delay)

        return wrapper

    return decorator
