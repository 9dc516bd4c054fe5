# floor: 3
# ceiling: 3
# misses: keywords_apart, falsy_results, none_result, keeps_metadata, unhashable_arguments, fresh_after_mutation, pair_or_keyword, uses_wraps
# misconceptions: truth_means_cached, keywords_not_in_the_key
def memoize(func):
    cache = {}

    def wrapper(*args):
        if not cache.get(args):
            cache[args] = func(*args)
        return cache[args]

    return wrapper
