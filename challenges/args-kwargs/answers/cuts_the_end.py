# floor: 4
# ceiling: 4
# misses: no_arguments
def describe_call(*args, **kwargs):
    text = "("
    for arg in args:
        text += repr(arg) + ", "
    for name, value in kwargs.items():
        text += name + "=" + repr(value) + ", "
    return text[1:-2] if text[-2:] == ", " else text


def call_with(func, /, *args, **kwargs):
    return func(*args, **kwargs)
