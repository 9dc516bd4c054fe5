# floor: 3
# ceiling: 3
# misses: absolute_zero_itself, too_cold_fahrenheit, unchanged_after_fahrenheit, refuses_bool, refuses_nan, constructor_checks
# misconceptions: nan_is_compared, fahrenheit_unchecked
class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value <= -273.15:
            raise ValueError("impossible")
        self._celsius = value

    @property
    def fahrenheit(self):
        return self._celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self._celsius = (value - 32) * 5 / 9
