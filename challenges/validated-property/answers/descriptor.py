# floor: 5
# ceiling: 5
class Scale:
    def __init__(self, factor, offset):
        self.factor, self.offset = factor, offset

    def __get__(self, obj, owner=None):
        return self if obj is None else obj.degrees * self.factor + self.offset

    def __set__(self, obj, value):
        if value in (True, False) and isinstance(value, bool):
            raise TypeError("no bools")
        celsius = (value - self.offset) / self.factor
        if celsius != celsius:
            raise ValueError("nan")
        if celsius < -273.15:
            raise ValueError("too cold")
        obj.degrees = celsius


class Temperature:
    celsius = Scale(1, 0)
    fahrenheit = Scale(9 / 5, 32)

    def __init__(self, celsius):
        self.celsius = celsius
