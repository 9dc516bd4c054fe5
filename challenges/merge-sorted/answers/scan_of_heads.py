# floor: 5
# ceiling: 5
# No heap: looks at the first item of every source each time.


def merge_sorted(*iterables, key=None):
    if key is None:
        key = lambda x: x

    waiting = []  # [item, iterator] for every source that has something left
    for iterable in iterables:
        iterator = iter(iterable)
        try:
            first_item = next(iterator)
        except StopIteration:
            continue
        waiting.append([first_item, iterator])

    while len(waiting) > 0:
        smallest = waiting[0]
        smallest_key = key(smallest[0])
        for entry in waiting[1:]:
            entry_key = key(entry[0])
            if entry_key < smallest_key:
                smallest = entry
                smallest_key = entry_key
        yield smallest[0]
        try:
            smallest[0] = next(smallest[1])
        except StopIteration:
            waiting = [entry for entry in waiting if entry is not smallest]
