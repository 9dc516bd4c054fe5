class Counter:
    def __init__(self):
        self.value = 0

    def increment(self, by=1):
        self.value += by
