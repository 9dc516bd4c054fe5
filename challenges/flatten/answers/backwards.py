# floor: 2
# ceiling: 2
# misses: example, already_flat, in_order, opened_when_due, deep_nesting
# misconceptions: order_lost_on_the_stack
def flatten(nested):
    stack = [nested]
    while stack:
        item = stack.pop()
        if isinstance(item, (list, tuple)):
            stack.extend(item)
        else:
            yield item
