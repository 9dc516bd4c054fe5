# floor: 4
# ceiling: 4
# misses: one_stored_value
import math


class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    def _check(self, value):
        if isinstance(value, bool) or not isinstance(value, (int, float)) or math.isnan(value):
            raise ValueError("not a temperature")

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        self._check(value)
        if value < -273.15:
            raise ValueError("too cold")
        self._celsius = value
        self._fahrenheit = value * 9 / 5 + 32

    @property
    def fahrenheit(self):
        return self._fahrenheit

    @fahrenheit.setter
    def fahrenheit(self, value):
        self._check(value)
        celsius = (value - 32) * 5 / 9
        if celsius < -273.15:
            raise ValueError("too cold")
        self._celsius = celsius
        self._fahrenheit = value
