# floor: 4
# ceiling: 4
# misses: later_untouched
# misconceptions: filters_all_first
def settle(value, default):
    return default if value is None else value


def first_set(*values):
    kept = [value for value in values if not isinstance(value, type(None))]
    return kept[0] if kept else None
