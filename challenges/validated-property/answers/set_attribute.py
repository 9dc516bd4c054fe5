# floor: 3
# ceiling: 3
# misses: uses_property
class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    def __setattr__(self, name, value):
        if isinstance(value, bool):
            raise TypeError("bool")
        if name == "fahrenheit":
            name, value = "celsius", (value - 32) * 5 / 9
        if not value >= -273.15:
            raise ValueError("too cold")
        self.__dict__[name] = value

    def __getattr__(self, name):
        if name == "fahrenheit":
            return self.celsius * 9 / 5 + 32
        raise AttributeError(name)
