# floor: 1
# ceiling: 1
# misses: one_argument, two_arguments, computes_once, computes_once_per_pair, functions_do_not_share, keywords_apart, falsy_results, none_result, keeps_metadata, unhashable_arguments, fresh_after_mutation, errors_not_cached, tuple_or_arguments, pair_or_keyword, equal_repr_apart, recursion, uses_wraps
def memoize(func):
    cache = {}
    if func not in cache:
        cache[func] = func()
    return cache[func]
