# tries: returns an iterator that never ends
# wall: time and memory
# outcome: any of timed_out, out_of_memory, unmet, raised
# limits: cpu_ms_max 200


class wrong:
    def __init__(self, *_, **__):
        pass

    def __iter__(self):
        while True:
            yield 0
            self.kept = [0] * 100

    def put(self, value):
        while True:
            pass


add = repeat = Box = fail = wrong
