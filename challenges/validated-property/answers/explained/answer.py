# floor: 5
# ceiling: 5
from __future__ import annotations

from math import isnan

ABSOLUTE_ZERO = -273.15


def checked(celsius: float) -> float:
    if isinstance(celsius, bool) or not isinstance(celsius, (int, float)):
        raise TypeError(f"expected a number, not {celsius!r}")
    if isnan(celsius) or celsius < ABSOLUTE_ZERO:
        raise ValueError(f"{celsius} °C is below absolute zero or not a number")
    return float(celsius)


class Temperature:
    def __init__(self, celsius: float) -> None:
        self.celsius = celsius

    @property
    def celsius(self) -> float:
        return self._celsius

    @celsius.setter
    def celsius(self, value: float) -> None:
        self._celsius = checked(value)

    @property
    def fahrenheit(self) -> float:
        return self._celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value: float) -> None:
        if isinstance(value, bool):
            raise TypeError("expected a number, not a bool")
        self.celsius = (value - 32) * 5 / 9
