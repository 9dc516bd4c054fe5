# floor: 3
# ceiling: 3
# misses: keeps_metadata, uses_wraps
def memoize(f, nothing=object()):
    seen = {}

    def g(*a, **k):
        try:
            key = (a, frozenset(k.items()))
            got = seen.get(key, nothing)
        except TypeError:
            return f(*a, **k)
        if got is nothing:
            got = seen[key] = f(*a, **k)
        return got

    return g
