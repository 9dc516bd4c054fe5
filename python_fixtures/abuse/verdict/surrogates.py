# tries: returns texts that are no Unicode
# wall: texts are kept as they are and compared as such
# outcome: unmet
# outcome in keep-state: raised


class wrong:
    def __new__(cls, *_, **__):
        return "\ud800\udfff\x00" * 5


add = repeat = Box = fail = wrong
