# floor: 3
# ceiling: 3
# misses: empty_containers
def flatten(nested):
    todo = [nested]
    while todo:
        x = todo.pop()
        if isinstance(x, (list, tuple)) and len(x) > 0:
            todo.extend(reversed(x))
        else:
            yield x
