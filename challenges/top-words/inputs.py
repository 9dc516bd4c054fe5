"""Texts that both sides draw alike."""

from __future__ import annotations

LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Common, least common, and in between: neither the alphabet's order nor its reverse.
COUNTS = [3, 1, 5, 2, 4]
FOREIGN = ["éclair", "привет", "straße", "漢字", "ñandú", "smörgås", "żółw", "ψάρια"]
# How many different words the texts of these functions have, as k.
MIXED_CASE, CONTRACTIONS, SEPARATED, QUOTED = 2, 4, 3, 4


def words(rng, count: int, letters: str = LETTERS) -> list[str]:
    """Draws different words of several letters, in alphabetical order."""
    found: set[str] = set()
    while len(found) < count:
        found.add("".join(rng.choices(letters, k=rng.randrange(3, 9))))
    return sorted(found)


def repeated(rng, counts: dict[str, int]) -> list[str]:
    """Every word as often as its count says, in any order."""
    drawn = [word for word, count in counts.items() for _ in range(count)]
    rng.shuffle(drawn)
    return drawn


def one_word(rng) -> tuple[str, int]:
    """Draws a word and how often it is repeated."""
    return words(rng, 1)[0], rng.randrange(2, 7)


def no_ties(rng) -> list[str]:
    """Draws words of which no two are equally frequent; the least frequent one comes first."""
    counts = dict(zip(words(rng, len(COUNTS)), COUNTS))
    rare = min(counts, key=counts.get)
    return [rare, *repeated(rng, {word: count for word, count in counts.items() if word != rare})]


def spaced(rng, drawn: list[str]) -> str:
    """The words with white space of several kinds between and around them."""
    gaps = ["  ", "\n", "\t", " ", "\n\n", " \n"]
    return gaps[0] + "".join(
        word + (gaps[i] if i < len(gaps) else rng.choice(gaps)) for i, word in enumerate(drawn)
    )


def mixed_case(rng) -> str:
    """Draws a text in which words come small, capitalised and in capitals."""
    often, seldom = rng.sample(words(rng, 2), 2)
    drawn = [often, often.capitalize(), often.upper(), often.title(), seldom.upper(), seldom]
    rng.shuffle(drawn)
    return " ".join(drawn)


def contractions(rng) -> str:
    """Draws a text with apostrophes inside words, and the parts of these words on their own."""
    first, second, third = rng.sample(words(rng, 3), 3)
    inner = f"{first}'t"
    drawn = [inner] * 4 + [first] * 3 + [f"{second}'{third}'ll"] * 2 + [third]
    rng.shuffle(drawn)
    return " ".join(drawn)


def ties(rng) -> list[str]:
    """Draws three frequent words and four rarer ones; the text begins with the last in the alphabet."""
    drawn = words(rng, 7)
    rng.shuffle(drawn)
    often, seldom = sorted(drawn[:3]), sorted(drawn[3:])
    first = [often[2], seldom[3], seldom[1], often[0], seldom[2], often[1], seldom[0]]
    return [*first, *rng.sample(often, 3), *rng.sample([*often, *seldom], 7)]


def separated(rng, separators: str) -> str:
    """Draws words with nothing but a separator between them, and some at spaces and at the ends."""
    first, second, third = rng.sample(words(rng, 3), 3)
    drawn = [first, second, first, third, first, second]
    marks = [*separators] * 6
    text = "".join(f"{word}{mark}" for word, mark in zip(drawn * len(separators), marks))
    last = separators[-1]
    return f"{separators[0]}{text} {first}{last} {last}{first} {last} {second}"


def quoted(rng) -> str:
    """Draws words with apostrophes before, after and on both sides, and on their own."""
    first, second, third = rng.sample(words(rng, 3), 3)
    drawn = [
        first,
        f"'{first}'",
        f"'{first}",
        f"{first}'",
        f"{first}'t",
        f"'{first}'t'",
        second,
        f"{second}',",
        "'",
    ]
    drawn += [f"({third}')"]
    rng.shuffle(drawn)
    return " ".join(drawn)


def quoted_ends(rng) -> list[str]:
    """Draws texts whose first or last character is an apostrophe, and the other a letter."""
    first, second = rng.sample(words(rng, 2), 2)
    return [f"'{first} {second} {first}", f"{second} {first} {second}'"]


def foreign(rng) -> str:
    """Draws words of several scripts, in small letters and in capitals where that is the same word."""
    drawn = rng.sample(FOREIGN, len(FOREIGN))
    often = [word for count, word in enumerate(drawn) for _ in range(count)]
    often += [word.capitalize() for word in drawn]
    often += [word.upper() for word in drawn if word.upper().lower() == word]
    rng.shuffle(often)
    return ", ".join(often)
