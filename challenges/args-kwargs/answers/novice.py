# floor: 3
# ceiling: 3
# misses: keyword_named_func, positional_only
# misconceptions: own_name_is_free
def describe_call(*args, **kwargs):
    result = ""
    for a in args:
        if result != "":
            result = result + ", "
        result = result + repr(a)
    for k in kwargs:
        if result != "":
            result = result + ", "
        result = result + k + "=" + repr(kwargs[k])
    return result


def call_with(func, *args, **kwargs):
    result = func(*args, **kwargs)
    return result
