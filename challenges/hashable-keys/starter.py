def count_rows(rows):
    pass


class Point:
    def __init__(self, x, y):
        pass
