# floor: 3
# ceiling: 3
# misses: protects_the_yield, uses_contextmanager
class managed_file:
    def __init__(self, path, mode="r"):
        self.path = path
        self.mode = mode

    def __enter__(self):
        self.file = open(self.path, self.mode)
        return self.file

    def __exit__(self, kind, error, trace):
        self.file.close()
        return False
