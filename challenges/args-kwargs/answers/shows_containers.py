# floor: 1
# ceiling: 1
# misses: describes_positional, describes_texts, describes_keywords, returns_the_result, forwards_positional,
# forwards_keywords, keyword_order, forwards_order, keyword_named_func, exceptions_pass, no_arguments,
# describes_odd_names, forwards_odd_names, positional_only
def describe_call(*args, **kwargs):
    return f"{args}, {kwargs}"


def call_with(func, *args, **kwargs):
    return func
