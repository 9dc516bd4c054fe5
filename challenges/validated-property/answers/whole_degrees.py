# floor: 2
# ceiling: 2
# misses: too_cold_fahrenheit, celsius_to_fahrenheit, fahrenheit_to_celsius, celsius_settable, fahrenheit_settable, unchanged_after_celsius, unchanged_after_fahrenheit, stays_consistent, one_stored_value, refuses_bool, refuses_text, refuses_nan, constructor_checks, no_drift
class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError
        self._celsius = value

    @property
    def fahrenheit(self):
        return round(self._celsius * 9 / 5 + 32)

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = round((value - 32) * 5 / 9)
