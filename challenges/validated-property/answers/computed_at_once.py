# floor: 2
# ceiling: 2
# misses: fahrenheit_to_celsius, celsius_settable, too_cold_at_construction, too_cold_celsius, too_cold_fahrenheit, unchanged_after_celsius, unchanged_after_fahrenheit, stays_consistent, one_stored_value, refuses_bool, refuses_text, refuses_nan, constructor_checks, uses_property
# misconceptions: computed_once
class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius
        self.fahrenheit = celsius * 9 / 5 + 32
