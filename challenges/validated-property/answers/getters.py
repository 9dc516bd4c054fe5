# floor: 1
# ceiling: 1
# misses: boiling_water, celsius_to_fahrenheit, fahrenheit_to_celsius, celsius_settable, fahrenheit_settable, too_cold_at_construction, too_cold_celsius, too_cold_fahrenheit, absolute_zero_itself, unchanged_after_celsius, unchanged_after_fahrenheit, stays_consistent, one_stored_value, no_drift, refuses_bool, refuses_text, refuses_nan, constructor_checks, uses_property
class Temperature:
    def __init__(self, celsius):
        self.__celsius = celsius

    def get_celsius(self):
        return self.__celsius

    def set_celsius(self, celsius):
        self.__celsius = celsius

    def get_fahrenheit(self):
        return self.__celsius * 1.8 + 32
