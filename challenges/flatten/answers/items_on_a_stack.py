# floor: 4
# ceiling: 5
def flatten(nested):
    todo = [nested]
    while todo:
        x = todo.pop()
        if isinstance(x, (list, tuple)):
            todo.extend(reversed(x))
        else:
            yield x
