# floor: 5
# ceiling: 5
import math


class Temperature:
    """Kept in kelvins, where the check is a comparison with zero."""

    __slots__ = ("__kelvin",)

    def __init__(self, celsius):
        self._store(celsius, lambda degrees: degrees + 273.15)

    def _store(self, degrees, to_kelvin):
        if type(degrees) not in (int, float):
            raise TypeError(f"{degrees!r} is no number")
        kelvin = to_kelvin(degrees)
        if math.isnan(kelvin) or kelvin < 0:
            raise ValueError(f"{degrees!r} is no temperature")
        self.__kelvin = kelvin

    celsius = property(
        lambda self: self.__kelvin - 273.15,
        lambda self, degrees: self._store(degrees, lambda c: c + 273.15),
    )
    fahrenheit = property(
        lambda self: self.__kelvin * 9 / 5 - 459.67,
        lambda self, degrees: self._store(degrees, lambda f: (f + 459.67) * 5 / 9),
    )
