# floor: 2
# ceiling: 2
# misses: same_while_held, loads_once, forgets_when_dropped, loads_again, counts_the_living, threads_load_once,
#   error_not_cached, refuses_what_cannot_be_weak, weak_values
class ObjectCache:
    def __init__(self, load):
        self.load = load

    def get(self, key):
        return self.load(key)

    def __len__(self):
        return 0
