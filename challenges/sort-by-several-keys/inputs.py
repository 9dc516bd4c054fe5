"""People that both sides draw alike."""

from __future__ import annotations

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def names(rng, count: int) -> list[str]:
    """Draws different names in small letters, in no order, none of them the beginning of another."""
    drawn: dict[str, None] = {}
    while len(drawn) < count:
        drawn["".join(rng.sample(LETTERS, 5))] = None
    return list(drawn)


def shuffled(rng, people: list) -> list:
    """In an order that is neither that of the names nor its reverse."""
    rng.shuffle(people)
    return people


def with_different_scores(rng) -> list[dict]:
    """Draws people with scores all different, zero, a negative one and fractions among them."""
    scores = [0, -rng.randrange(1, 50), rng.randrange(1, 50) + 0.5, *rng.sample(range(51, 1000), 5)]
    return shuffled(rng, [{"name": name, "score": score} for name, score in zip(names(rng, 8), scores)])


def with_ties(rng) -> list[dict]:
    """Draws people of three scores, all with different names in small letters."""
    scores = rng.sample(range(-9, 100), 3)
    return shuffled(rng, [{"name": name, "score": scores[i % 3]} for i, name in enumerate(names(rng, 15))])


def with_capitals(rng) -> list[dict]:
    """Draws people of two scores, with names in small letters, capitals, and both."""
    initials = rng.sample(LETTERS, 10)
    styles = [str.upper, str.lower, str.capitalize, str.swapcase]
    rest = names(rng, 10)
    people = []
    for i, initial in enumerate(sorted(initials)):
        people.append({"name": styles[i % 2](initial) + styles[i % 4](rest[i]), "score": 1 + i // 5})
    return shuffled(rng, people)


def with_full_ties(rng) -> list[dict]:
    """Draws people of two scores, those of one score with one name, in several cases.

    A number tells them apart. It falls and rises: neither it nor the case of the names gives the order.
    """
    groups = zip(names(rng, 2), rng.sample(range(100), 2))
    spellings = [str.lower, str.upper, str.capitalize] * 3
    people = [{"name": spell(name), "score": score} for name, score in groups for spell in spellings]
    rng.shuffle(people)
    numbers = rng.sample(range(1000), len(people))
    return [{"id": number, **person} for number, person in zip(numbers, people)]


def without_score(rng, missing: dict) -> list[dict]:
    """Draws people with scores from positive to very negative, and one without, not at the end."""
    scores = [0, 0.0, -1, -rng.randrange(2, 1000), -(10.0**300), -(10**40), rng.randrange(1, 100)]
    people = [{"name": name, "score": score} for name, score in zip(names(rng, 8), scores)]
    rng.shuffle(people)
    place = rng.randrange(len(people))
    # By its name alone it would come first.
    return [*people[:place], {"name": "aa", **missing}, *people[place:]]


def several_without_score(rng) -> list[dict]:
    """Draws people without scores, absent and None mixed, names in either case, and two with scores.

    The one whose name comes first stands last.
    """
    styles = [str.lower, str.upper] if rng.random() < 0.5 else [str.upper, str.lower]
    drawn = sorted(names(rng, 8))
    people = [
        {"name": styles[i % 2](initial) + name} for i, (initial, name) in enumerate(zip("bdhmrv", drawn))
    ]
    for person in rng.sample(people, 3):
        person["score"] = None
    scored = [{"name": name, "score": rng.randrange(1, 9)} for name in drawn[6:]]
    return [*shuffled(rng, people[1:] + scored), people[0]]


def with_sharp_s(rng) -> list[dict]:
    """Draws people whose names are the same only when folded, each in both orders, by scores of their own."""
    start = rng.choice(["Stra", "Gro", "Fu", "Wei"])
    long, short = start.upper() + "SSE", start + "\u00dfe"
    greek = ["\u03a3\u0399\u03a3\u03a5\u03a6\u039f\u03a3", "\u03c3\u03b9\u03c3\u03c5\u03c6\u03bf\u03c2"]
    lists = [[long, short], [short, long], [short, long.lower(), long], greek, greek[::-1]]
    scores = rng.sample(range(1, 100), len(lists))
    people = [{"name": name, "score": score} for score, same in zip(scores, lists) for name in same]
    return [{**person, "id": number} for number, person in enumerate(people)]
