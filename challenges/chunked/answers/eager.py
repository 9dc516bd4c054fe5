# floor: 3
# ceiling: 3
# misses: endless_source, size_below_one, reads_one_chunk_ahead_at_most
# misconceptions: reads_all_first
def chunked(iterable, size):
    items = list(iterable)
    return [items[i : i + size] for i in range(0, len(items), size)]
