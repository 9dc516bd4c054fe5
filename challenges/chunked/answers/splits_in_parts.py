# floor: 1
# ceiling: 1
# misses: full_chunks, short_last, only_a_short_one, any_iterable, iterators, chunks_are_lists, keeps_falsy_items, endless_source, size_below_one, empty, reads_one_chunk_ahead_at_most, each_its_own_list, refuses_float_size, refuses_text_size
def chunked(iterable, size):
    """Returns the first chunk and the rest."""
    items = list(iterable)
    return items[:size], items[size:]
