def describe_call(*args, **kwargs):
    pass


def call_with(func, *args, **kwargs):
    pass
