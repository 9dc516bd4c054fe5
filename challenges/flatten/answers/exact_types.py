# floor: 3
# ceiling: 3
# misses: list_subclasses, tuple_subclasses, opened_when_due
# misconceptions: exact_types_only
def flatten(nested):
    todo = [nested]
    while todo:
        x = todo.pop()
        if type(x) in (list, tuple):
            todo += x[::-1]
        else:
            yield x
