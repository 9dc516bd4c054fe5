"""Makes temperatures, sets both scales to fit and unfit values, and records what is read back."""

from __future__ import annotations

import copyreg
from decimal import Decimal
from fractions import Fraction

from inputs import barely_too_cold, degrees, sequence, too_cold
from viva.driver import case, raised

TIMES = 500
SCALES = ("celsius", "fahrenheit")


def read(temperature):
    """Both scales, as floats."""
    return [float(temperature.celsius), float(temperature.fahrenheit)]


@case
def celsius_to_fahrenheit(answer, see, rng):
    see.whole = float(answer.Temperature(100).fahrenheit)
    see.drawn = [float(answer.Temperature(value).fahrenheit) for value in degrees(rng, 5)]
    # They equal False and True, and are no bools.
    see.zero_and_one = [float(answer.Temperature(value).fahrenheit) for value in (0, 1, 0.0, 1.0)]


@case
def fahrenheit_to_celsius(answer, see, rng):
    start, *values = degrees(rng, 6)
    temperature, read_back = answer.Temperature(start), []
    for value in values:
        temperature.fahrenheit = value
        read_back.append(float(temperature.celsius))
    see.read_back = read_back


@case
def celsius_settable(answer, see, rng):
    start, *values = degrees(rng, 6)
    temperature, read_back = answer.Temperature(start), []
    for value in values:
        temperature.celsius = value
        read_back.append(read(temperature))
    see.read_back = read_back


@case
def fahrenheit_settable(answer, see, rng):
    start, *values = degrees(rng, 6)
    temperature, read_back = answer.Temperature(start), []
    see.before = float(temperature.fahrenheit)
    for value in values:
        temperature.fahrenheit = value
        read_back.append(float(temperature.fahrenheit))
    see.read_back = read_back


@case
def too_cold_at_construction(answer, see, rng):
    see.errors = [raised(answer.Temperature, value) for value in [*too_cold(rng), barely_too_cold(rng)]]
    see.warm_enough = float(answer.Temperature(*degrees(rng, 1)).celsius)


def errors_of_setting(temperature, scale, values):
    """What each of these assignments raised."""
    return [raised(setattr, temperature, scale, value) for value in values]


@case
def too_cold_celsius(answer, see, rng):
    before, afterwards = degrees(rng, 2)
    temperature = answer.Temperature(before)
    see.errors = errors_of_setting(temperature, "celsius", [*too_cold(rng), barely_too_cold(rng)])
    temperature.celsius = afterwards
    see.warm_enough = float(temperature.celsius)


@case
def too_cold_fahrenheit(answer, see, rng):
    before, afterwards = degrees(rng, 2)
    temperature = answer.Temperature(before)
    see.errors = errors_of_setting(temperature, "fahrenheit", too_cold(rng))
    temperature.fahrenheit = afterwards
    see.warm_enough = float(temperature.fahrenheit)


@case
def absolute_zero_itself(answer, see, rng):
    see.made = float(answer.Temperature(-273.15).celsius)
    temperature = answer.Temperature(*degrees(rng, 1))
    temperature.celsius = -273.15
    see.set = float(temperature.celsius)


def left_after_refusals(answer, see, rng, scale):
    values = degrees(rng, 3)
    refused, left = [], []
    for start in values:
        temperature = answer.Temperature(start)
        for value in too_cold(rng):
            refused.append(raised(setattr, temperature, scale, value) is not None)
            left.append(read(temperature))
    see.refused, see.left = refused, left


@case
def unchanged_after_celsius(answer, see, rng):
    left_after_refusals(answer, see, rng, "celsius")


@case
def unchanged_after_fahrenheit(answer, see, rng):
    left_after_refusals(answer, see, rng, "fahrenheit")


@case
def stays_consistent(answer, see, rng):
    temperature, read_back = answer.Temperature(20), []
    for scale, value in sequence(rng):
        setattr(temperature, scale, value)
        read_back.append(read(temperature))
    see.read_back = read_back


def stored_numbers(temperature):
    """The numbers among an object's own attributes, in its dictionary and in its slots."""
    stored = dict(getattr(temperature, "__dict__", {}))
    for name in copyreg._slotnames(type(temperature)):
        stored[name] = getattr(temperature, name, None)
    kinds = (int, float, Decimal, Fraction)
    return {name: float(value) for name, value in stored.items() if isinstance(value, kinds)}


@case
def one_stored_value(answer, see, rng):
    start, first, second = degrees(rng, 3)
    temperature = answer.Temperature(start)
    changed, read_back = [], []
    for scale, value in zip(SCALES, (first, second)):  # noqa: B905
        before = stored_numbers(temperature)
        setattr(temperature, scale, value)
        now = stored_numbers(temperature)
        changed.append([now[name] for name in now if now[name] != before.get(name)])
        read_back.append(read(temperature))
    see.changed, see.read_back = changed, read_back


@case
def no_drift(answer, see, rng):
    (start,) = degrees(rng, 1)
    temperature = answer.Temperature(start)
    for _ in range(TIMES):
        temperature.fahrenheit = temperature.fahrenheit
        temperature.celsius = temperature.celsius
    see.afterwards = read(temperature)


def is_refusal(error):
    """Whether it is one of the errors that an unfit value may raise."""
    return isinstance(error, (TypeError, ValueError))


def refuses(answer, see, rng, values):
    (start,) = degrees(rng, 1)
    refused, left = [], []
    for value in values:
        for scale in SCALES:
            temperature = answer.Temperature(start)
            refused.append(is_refusal(raised(setattr, temperature, scale, value)))
            left.append(read(temperature))
    see.refused, see.left = refused, left


@case
def refuses_bool(answer, see, rng):
    refuses(answer, see, rng, [True, False])


@case
def refuses_text(answer, see, rng):
    refuses(answer, see, rng, ["20", "warm"])


@case
def refuses_nan(answer, see, rng):
    refuses(answer, see, rng, [float("nan"), -float("nan")])


@case
def constructor_checks(answer, see, rng):
    values = [True, False, "20", "warm", float("nan"), *too_cold(rng)]
    see.refused = [is_refusal(raised(answer.Temperature, value)) for value in values]
    see.made = read(answer.Temperature(*degrees(rng, 1)))
