"""What both scales should have shown."""

from __future__ import annotations

from inputs import barely_too_cold, degrees, sequence, too_cold
from viva.oracle import case

REFUSALS = 9


def in_fahrenheit(celsius):
    return celsius * 9 / 5 + 32


def in_celsius(fahrenheit):
    return (fahrenheit - 32) * 5 / 9


def parts(seen, count):
    """The recorded items, or as many of nothing where they were not recorded."""
    return seen if isinstance(seen, list) else [seen] * count


def close(expect, seen, expected, label):
    """Each of the seen numbers is close to the expected one."""
    for value, right in zip(parts(seen, len(expected)), expected):  # noqa: B905
        expect(value, label).is_close(right)


def both(expect, seen, celsius, label):
    """A pair that was read shows this temperature on both scales."""
    close(expect, seen, [celsius, in_fahrenheit(celsius)], label)


@case
def celsius_to_fahrenheit(seen, expect, rng):
    expect(seen.whole, "Temperature(100).fahrenheit").is_close(212)
    close(expect, seen.zero_and_one, [32.0, 33.8] * 2, "fahrenheit of zero and one")
    close(expect, seen.drawn, [in_fahrenheit(value) for value in degrees(rng, 5)], "fahrenheit")


@case
def fahrenheit_to_celsius(seen, expect, rng):
    close(expect, seen.read_back, [in_celsius(value) for value in degrees(rng, 6)[1:]], "celsius")


@case
def celsius_settable(seen, expect, rng):
    for pair, value in zip(parts(seen.read_back, 5), degrees(rng, 6)[1:]):  # noqa: B905
        both(expect, pair, value, "celsius and fahrenheit after celsius was set")


@case
def fahrenheit_settable(seen, expect, rng):
    start, *values = degrees(rng, 6)
    expect(seen.before, "fahrenheit at first").is_close(in_fahrenheit(start))
    close(expect, seen.read_back, values, "fahrenheit that was set")


@case
def too_cold_at_construction(seen, expect, rng):
    too_cold(rng), barely_too_cold(rng)
    for error in parts(seen.errors, 4):
        expect(error, "error of construction").raises("ValueError")
    expect(seen.warm_enough, "a temperature that can be").is_close(*degrees(rng, 1))


@case
def too_cold_celsius(seen, expect, rng):
    _, afterwards = degrees(rng, 2)
    for error in parts(seen.errors, 4):
        expect(error, "error of setting celsius").raises("ValueError")
    expect(seen.warm_enough, "celsius set to a temperature that can be").is_close(afterwards)


@case
def too_cold_fahrenheit(seen, expect, rng):
    _, afterwards = degrees(rng, 2)
    for error in parts(seen.errors, 3):
        expect(error, "error of setting fahrenheit").raises("ValueError")
    expect(seen.warm_enough, "fahrenheit set to a temperature that can be").is_close(afterwards)


@case
def absolute_zero_itself(seen, expect, rng):
    expect(seen.made, "made with it").is_close(-273.15)
    expect(seen.set, "set to it").is_close(-273.15)


def left_after_refusals(seen, expect, rng):
    starts = [value for value in degrees(rng, 3) for _ in range(3)]
    expect(seen.refused, "refused").equals([True] * REFUSALS)
    for pair, start in zip(parts(seen.left, REFUSALS), starts):  # noqa: B905
        both(expect, pair, start, "celsius and fahrenheit after the refusal")


@case
def unchanged_after_celsius(seen, expect, rng):
    left_after_refusals(seen, expect, rng)


@case
def unchanged_after_fahrenheit(seen, expect, rng):
    left_after_refusals(seen, expect, rng)


@case
def stays_consistent(seen, expect, rng):
    for pair, (scale, value) in zip(parts(seen.read_back, 12), sequence(rng)):  # noqa: B905
        both(expect, pair, value if scale == "celsius" else in_celsius(value), f"after {scale} was set")


@case
def one_stored_value(seen, expect, rng):
    _, first, second = degrees(rng, 3)
    wanted = [first, in_celsius(second)]
    for numbers, pair, celsius in zip(parts(seen.changed, 2), parts(seen.read_back, 2), wanted):  # noqa: B905
        scales = [celsius, in_fahrenheit(celsius), celsius + 273.15]
        kept = [number for number in parts(numbers, 1) if any(is_near(number, scale) for scale in scales)]
        expect(len(kept), "stored numbers that are the temperature").at_most(1)
        both(expect, pair, celsius, "celsius and fahrenheit")


def is_near(number, scale):
    return isinstance(number, float) and abs(number - scale) < 1e-6


@case
def no_drift(seen, expect, rng):
    both(expect, seen.afterwards, *degrees(rng, 1), "celsius and fahrenheit afterwards")


def refuses(seen, expect, rng, count):
    (start,) = degrees(rng, 1)
    expect(seen.refused, "refused with TypeError or ValueError").equals([True] * count)
    for pair in parts(seen.left, count):
        both(expect, pair, start, "celsius and fahrenheit after the refusal")


@case
def refuses_bool(seen, expect, rng):
    refuses(seen, expect, rng, 4)


@case
def refuses_text(seen, expect, rng):
    refuses(seen, expect, rng, 4)


@case
def refuses_nan(seen, expect, rng):
    refuses(seen, expect, rng, 4)


@case
def constructor_checks(seen, expect, rng):
    too_cold(rng)
    expect(seen.refused, "refused with TypeError or ValueError").equals([True] * 8)
    both(expect, seen.made, *degrees(rng, 1), "celsius and fahrenheit of a temperature that can be")
