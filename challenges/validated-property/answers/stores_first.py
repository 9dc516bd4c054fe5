# floor: 3
# ceiling: 3
# misses: unchanged_after_celsius, unchanged_after_fahrenheit, refuses_text, refuses_bool, refuses_nan, constructor_checks
# misconceptions: stores_then_checks
class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        self._celsius = value
        if self._celsius < -273.15:
            raise ValueError("too cold")

    @property
    def fahrenheit(self):
        return self._celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = (value - 32) * 5 / 9
