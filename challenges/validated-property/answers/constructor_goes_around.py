# floor: 3
# ceiling: 3
# misses: too_cold_at_construction, constructor_checks
# misconceptions: constructor_needs_no_check
class Temperature:
    def __init__(self, celsius):
        self._celsius = celsius

    def _set(self, value):
        if isinstance(value, bool):
            raise TypeError("bool")
        if not value >= -273.15:
            raise ValueError("below absolute zero")
        self._celsius = value

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        self._set(value)

    @property
    def fahrenheit(self):
        return self._celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        if isinstance(value, bool):
            raise TypeError("bool")
        self._set((value - 32) * 5 / 9)
