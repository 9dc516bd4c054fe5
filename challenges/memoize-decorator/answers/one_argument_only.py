# floor: 2
# ceiling: 2
# misses: two_arguments, computes_once_per_pair, keywords_apart, keeps_metadata, unhashable_arguments, fresh_after_mutation, tuple_or_arguments, pair_or_keyword, uses_wraps
def memoize(func):
    cache = {}

    def wrapper(n):
        if n in cache:
            return cache[n]
        else:
            result = func(n)
            cache[n] = result
            return result

    return wrapper
