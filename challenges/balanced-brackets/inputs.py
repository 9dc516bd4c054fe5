"""Texts that both sides draw alike."""

from __future__ import annotations

KINDS = ["()", "[]", "{}"]
LENGTH, DEPTH = 1_000_000, 100_000
OTHERS = "abc XYZ 0123 .,;:<>\"'\\/|-_\n\té漢"


def kind(rng) -> str:
    """Draws a kind of bracket: opener and closer."""
    return rng.choice(KINDS)


def two_kinds(rng) -> list[str]:
    """Draws two different kinds."""
    return rng.sample(KINDS, 2)


def balanced(rng, pairs: int) -> str:
    """Draws a balanced text of brackets only."""
    text, due = [], []
    left = pairs
    while left or due:
        if left and (not due or rng.random() < 0.5):
            opener, closer = kind(rng)
            text.append(opener)
            due.append(closer)
            left -= 1
        else:
            text.append(due.pop())
    return "".join(text)


def some(rng) -> str:
    """Draws a balanced text of one to five pairs."""
    return balanced(rng, rng.randrange(1, 6))


def mismatched(rng) -> str:
    """Draws an opener and a closer of another kind."""
    (opener, _), (_, closer) = two_kinds(rng)
    return opener + closer


def side_by_side(rng) -> str:
    """Draws pairs that follow each other, of every kind."""
    drawn = KINDS + [kind(rng), kind(rng)]
    rng.shuffle(drawn)
    return "".join(drawn)


def nested(rng, depth: int = 5) -> str:
    """Draws pairs inside each other; the brackets read the same from both ends."""
    drawn = [kind(rng) for _ in range(depth)]
    return "".join(pair[0] for pair in drawn) + "".join(pair[1] for pair in reversed(drawn))


def never_closed(rng) -> list[str]:
    """Draws texts with openers that are never closed: alone, at the start, in the middle, at the end."""
    opener = kind(rng)[0]
    first, second = balanced(rng, 2), balanced(rng, 3)
    return [opener, opener + first, first + opener + second, second + opener]


def never_opened(rng) -> list[str]:
    """Draws texts with a closer where nothing is open: alone, first, in the middle, last, turned round."""
    opener, closer = kind(rng)
    first, second = balanced(rng, 2), balanced(rng, 3)
    return [
        closer,
        closer + first,
        first + closer + second,
        second + closer,
        first + closer + opener + second,
    ]


def crossed(rng) -> list[str]:
    """Draws texts in which as many brackets of each kind open as close, but in the wrong order."""
    (a, b), (c, d) = two_kinds(rng)
    around = nested(rng, 2)
    crossing = a + c + b + d
    return [crossing, around[:2] + crossing + around[2:], balanced(rng, 3) + crossing + balanced(rng, 2)]


def uncrossed(rng) -> str:
    """Draws two kinds inside each other."""
    (a, b), (c, d) = two_kinds(rng)
    return a + c + d + b + c + a + b + d


def open_start(rng, count: int) -> tuple[str, list[str]]:
    """Draws a text that ends with some brackets open, and their kinds from the outside in."""
    kinds = [kind(rng) for _ in range(count)]
    return "".join(some(rng) + pair[0] for pair in kinds) + some(rng), kinds


def wrong_closer(rng) -> str:
    """Draws a text with one opener, and a closer of another kind for it, among pairs that match."""
    opener, closer = mismatched(rng)
    return some(rng) + opener + some(rng) + closer + some(rng)


def closer_too_many(rng) -> str:
    """Draws a text with a closer where nothing is open, and more behind it."""
    return some(rng) + kind(rng)[1] + some(rng)


def several_wrong(rng) -> str:
    """Draws a text with several wrong closers."""
    return wrong_closer(rng) + kind(rng)[1] + wrong_closer(rng) + closer_too_many(rng)


def left_open(rng) -> list[str]:
    """Draws texts with openers left: one at the end, several, one or two early, and nothing else."""
    start, _ = open_start(rng, 3)
    early = some(rng) + kind(rng)[0] + balanced(rng, 5)
    early_two = kind(rng)[0] + balanced(rng, 1) + early
    opener, closer = kind(rng)
    return [
        opener + opener + closer,
        some(rng) + opener,
        start,
        early,
        early_two,
        "".join(kind(rng)[0] for _ in range(4)),
    ]


def left_open_and_wrong(rng) -> list[str]:
    """Draws texts with openers left, then a wrong closer, then more openers left."""
    wrong = [wrong_closer(rng), wrong_closer(rng), crossed(rng)[0]]
    return [kind(rng)[0] * 2 + text + kind(rng)[0] * 2 for text in wrong]


def long(rng) -> str:
    """Draws a very long balanced text that is not deep."""
    block = balanced(rng, 500)
    return block * (LENGTH // len(block))


def deep(rng) -> tuple[str, str]:
    """Draws brackets nested very deeply: all openers, and all closers."""
    kinds = rng.choices(KINDS, k=DEPTH)
    return "".join(pair[0] for pair in kinds), "".join(pair[1] for pair in reversed(kinds))


def among_others(rng, brackets: str) -> str:
    """These brackets with other characters before, between and behind them."""
    parts = [
        rng.choice(OTHERS) + "".join(rng.choices(OTHERS, k=rng.randrange(3)))
        for _ in range(len(brackets) + 1)
    ]
    return parts[0] + "".join(bracket + part for bracket, part in zip(brackets, parts[1:]))
