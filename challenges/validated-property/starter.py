"""Validated property: write the class."""


class Temperature:
    """A temperature, in degrees Celsius and Fahrenheit."""

    def __init__(self, celsius):
        raise NotImplementedError
