"""Inputs that the driver and the oracle draw alike."""

from __future__ import annotations

import itertools

WORDS = ["amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heath", "inlet", "juniper"]
OTHERS = ["INFO", "DEBUG", "WARNING"]


def word(rng):
    """A word with a number, so that messages differ."""
    return f"{rng.choice(WORDS)}{rng.randrange(10_000)}"


def phrase(rng):
    """A message of two to five words."""
    return " ".join(word(rng) for _ in range(rng.randint(2, 5)))


def short_log(rng):
    """Lines of all levels with messages of one word; four of them are errors."""
    levels = ["ERROR"] * 4 + [rng.choice(OTHERS) for _ in range(rng.randint(4, 8))]
    rng.shuffle(levels)
    return [f"{level} {word(rng)}" for level in levels]


def long_log(rng):
    """Lines of all levels with messages of several words; four of them are errors."""
    return [f"{line} {phrase(rng)}" for line in short_log(rng)]


def ragged_log(rng):
    """Lines with line ends and spaces behind the message; the four error lines have four different ones."""
    endings = ["\n", " ", "  \n", "\r\n"]
    rng.shuffle(endings)
    return [line + (endings.pop() if line.startswith("ERROR") else "\n") for line in short_log(rng)]


def mentioning_log(rng):
    """Error lines, and lines of other levels that name the error level in their message."""
    mentions = [f"{level} {word(rng)} ERROR {word(rng)}" for level in OTHERS]
    lines = short_log(rng) + mentions + [f"{rng.choice(OTHERS)} ERROR {word(rng)}"]
    rng.shuffle(lines)
    return lines


def prefixed_log(rng):
    """Error lines, and lines of levels that begin like the error level."""
    lines = short_log(rng) + [f"{level} {word(rng)}" for level in ("ERRORS", "ERROR2", "ERRORLEVEL")]
    rng.shuffle(lines)
    return lines


def spread(rng, lines, odd):
    """The lines with the odd ones strewn among them."""
    lines = list(lines)
    for line in odd:
        lines.insert(rng.randint(0, len(lines)), line)
    return lines


def blank_log(rng):
    """Lines with blank ones between them."""
    return spread(rng, short_log(rng), ["", "\n", "   ", "  \n"])


def wordless_log(rng):
    """Lines with error lines between them that hold no message."""
    return spread(rng, short_log(rng), ["ERROR", "ERROR\n", "ERROR ", "ERROR   \n"])


def spaced_log(rng):
    """Lines with several spaces between level and message."""
    return [line.replace(" ", " " * rng.randint(2, 6)) for line in short_log(rng)]


def million(rng):
    """A few lines, mostly no errors, and an iterator that goes round them until a million were given."""
    pool = short_log(rng) + [f"{rng.choice(OTHERS)} {word(rng)}" for _ in range(30)]
    return pool, itertools.islice(itertools.cycle(pool), 1_000_000)
