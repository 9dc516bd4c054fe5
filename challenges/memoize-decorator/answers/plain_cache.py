# floor: 4
# ceiling: 4
# misses: unhashable_arguments, fresh_after_mutation
import functools

memoize = functools.cache
