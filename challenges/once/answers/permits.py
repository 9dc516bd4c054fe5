# floor: 5
# ceiling: 5
# A queue with one permit: whoever has it may run; a permit that has been used is a result.
import functools
import queue


def once(func):
    box = queue.Queue(maxsize=1)
    box.put(())

    @functools.wraps(func)
    def run(*args, **kwargs):
        outcome = box.get()
        try:
            if not outcome:
                outcome = (func(*args, **kwargs),)
        finally:
            box.put(outcome)
        return outcome[0]

    return run
