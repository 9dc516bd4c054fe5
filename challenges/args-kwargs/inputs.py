"""Arguments that both sides draw alike."""

from __future__ import annotations

NAMES = ["width", "height", "depth", "colour", "weight", "angle", "scale", "margin"]
WORDS = ["tea", "jam", "it's", 'so "called"', "two words", "tab\there", "1", "", "None", "x=2"]

# Keywords that somebody may have called the parameter for the function.
NAMES_OF_FUNCTIONS = ("f", "fn", "function", "callback")


def numbers(rng, count: int = 3) -> list[int]:
    """Draws different numbers."""
    return rng.sample(range(-999, 1000), count)


def texts(rng, count: int = 3) -> list[str]:
    """Draws different texts that look unlike themselves when printed."""
    return rng.sample(WORDS, count)


def values(rng) -> list:
    """Draws a value of every plain kind, in any order."""
    drawn = [*numbers(rng, 2), *texts(rng, 2), None, True, rng.randrange(1, 9) / 4, [*texts(rng, 2)], (), {}]
    rng.shuffle(drawn)
    return drawn


def one_keyword(rng) -> dict:
    """Draws a keyword with its number."""
    return {rng.choice(NAMES): rng.randrange(1, 1000)}


def keywords(rng, count: int = 5) -> dict:
    """Draws keywords in an order that is neither the alphabetical one nor its reverse."""
    first, second, *rest = sorted(rng.sample(NAMES, count))
    names = [second, *rest[::-1], first]
    return dict(zip(names, numbers(rng, count)))


def odd_keywords(rng) -> dict:
    """Draws keywords of which one only is an identifier."""
    names = ["a b", "class", "", "2nd", "x-y", rng.choice(NAMES)]
    rng.shuffle(names)
    return dict(zip(names, numbers(rng, len(names))))
