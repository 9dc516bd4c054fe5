"""Lines that both sides draw alike."""

from __future__ import annotations

WORDS = ["tea", "jam", "milk", "rice", "salt", "plum", "leek", "oats"]
BLANK = ["", " ", "   ", "\t", "\n", "  \n", "\r\n", " \t \r\n"]


def numbers(rng, count: int) -> list[str]:
    """Draws positive numbers as texts, zero among them."""
    drawn = [0] + [rng.randrange(1, 10 ** rng.randrange(1, 12)) for _ in range(count - 1)]
    rng.shuffle(drawn)
    return [str(number) for number in drawn]


def negatives(rng) -> list[str]:
    """Draws negative numbers among positive ones."""
    texts = [f"-{rng.randrange(1, 10_000)}" for _ in range(4)] + numbers(rng, 3)
    rng.shuffle(texts)
    return texts


def bad(rng) -> list[str]:
    """Draws texts without spaces that are no integers."""
    number = rng.randrange(10, 1000)
    texts = [
        rng.choice(WORDS),
        f"{number}.5",
        f"{number}x",
        f"x{number}",
        "-",
        f"{number}-{number}",
        f"{number},0",
    ]
    texts += [f"--{number}", "0x1f", "1e3", "None"]
    rng.shuffle(texts)
    return texts[: rng.randrange(4, 8)]


def mixed(rng) -> list[str]:
    """Draws good and bad lines in any order."""
    lines = numbers(rng, rng.randrange(3, 7)) + bad(rng)
    rng.shuffle(lines)
    return lines


def with_blanks(rng) -> list[str]:
    """Draws good, bad and blank lines; the first is blank and the last is bad."""
    lines = mixed(rng) + rng.sample(BLANK, 5)
    rng.shuffle(lines)
    return [rng.choice(BLANK), *lines, rng.choice(WORDS)]


def spaced(rng) -> list[str]:
    """Draws numbers with white space and line ends around them."""
    around = [(" ", ""), ("", "  "), ("   ", " "), ("\t", "\t"), ("", "\n"), ("", "\r\n"), (" ", " \n")]
    rng.shuffle(around)
    return [before + text + after for text, (before, after) in zip(numbers(rng, len(around)), around)]


def underscored(rng) -> list[str]:
    """Draws numbers with underscores in places that `int` takes, and in places that it refuses."""
    one, two = rng.sample(range(100, 1000), 2)
    lines = [f"{one}_{two}", f"1_{two}_{one}", f"-{one}_000", f"_{one}", f"{two}_", f"{one}__{two}", "_"]
    rng.shuffle(lines)
    return lines


def plussed(rng) -> list[str]:
    """Draws numbers with plus signs, one each and more."""
    one, two = rng.sample(range(100, 1000), 2)
    lines = [f"+{one}", f" +{two}", "+0", f"++{one}", f"{two}+", "+", f"-+{one}", f"+{rng.choice(WORDS)}"]
    rng.shuffle(lines)
    return lines


def in_other_digits(rng) -> list[str]:
    """Draws numbers in digits of other scripts, and characters that only look like digits."""
    number = str(rng.randrange(100, 10_000))
    lines = [
        number.translate({48 + digit: zero + digit for digit in range(10)}) for zero in (0x660, 0x966, 0xFF10)
    ]
    lines += [
        f"-{lines[0]}",
        lines[1] + number,
        f"{number}\u00b2",
        "\u00bd",
        "\u2460",
        "\u56db",
        f"\u2212{number}",
    ]
    rng.shuffle(lines)
    return lines


def odd_bad_lines(rng) -> list[str]:
    """Draws bad lines with spaces and line ends, and characters within that some take for a line end."""
    one, two = rng.sample(WORDS, 2)
    lines = [
        f"  {one}",
        f"{two}  ",
        f" {one} {two} \n",
        f"\t{two}\t\r\n",
        f"{one}\n",
        f"{two}\r\n",
        f"{one} \r\n",
    ]
    lines += [
        f"{one}\x0c{two}\n",
        f"{one}\u2028{two}",
        f"{one}\x1e{two}\r\n",
        f"{two.upper()} {one}",
        "5 6\n",
    ]
    rng.shuffle(lines)
    return lines
