# floor: 2
# ceiling: 2
# misses: any_iterable, iterators, chunks_are_lists, endless_source, size_below_one, empty, reads_one_chunk_ahead_at_most, refuses_float_size, refuses_text_size
# misconceptions: needs_a_sequence
def chunked(iterable, size):
    for i in range(0, len(iterable), size):
        yield iterable[i : i + size]
