# tries: raises an error whose classes have the names of others
# wall: an error's types are told by module and name
# outcome: raised
# outcome in sum-pairs: raised, raised, raised, unmet
# outcome in say-error: unmet


class Late(Exception):
    pass


Fake = type("ValueError", (Exception,), {"__module__": 0})
Other = type("TypeError", (Exception,), {"__module__": "builtins"})


def wrong(*names, **__):
    raise Other("name") if len(names) == 2 else Fake(*names)


add = repeat = Box = fail = wrong
