"""Lists and sums that both sides draw alike. Unless said otherwise one pair at most has the sum.

Numbers that are to be in no pair are larger than the sum, or odd where it would take an even one.
"""

from __future__ import annotations


def first_two(rng) -> tuple[list[int], int]:
    """Draws a few positive numbers; the pair stands at the beginning."""
    one, two = rng.sample(range(1, 50), 2)
    return [one, two, *rng.sample(range(100, 200), 3)], one + two


def far_apart(rng) -> list[tuple[list[int], int]]:
    """Draws lists of twenty positive numbers; the pair is at the end, far apart, side by side, anywhere."""
    drawn = []
    places = [(18, 19), (1, 19), (7, 8), sorted(rng.sample(range(1, 19), 2))]
    for i, j in places:
        one, two = rng.sample(range(1, 100), 2)
        numbers = rng.sample(range(200, 1000), 20)
        numbers[i], numbers[j] = one, two
        drawn.append((numbers, one + two))
    return drawn


def without_pair(rng) -> list[tuple[list[int], int]]:
    """Draws lists without a pair: even numbers and an odd sum, numbers too large, one number, none."""
    even = [2 * number for number in rng.sample(range(1, 500), 12)]
    large = rng.sample(range(500, 1000), 6)
    return [
        (even, even[0] + even[1] + 1),
        (large, large[0]),
        (large[:1], large[0]),
        ([], rng.randrange(1, 9)),
    ]


def half_the_sum(rng) -> list[tuple[list[int], int]]:
    """Draws lists that hold half the sum once: at either end without a pair, and before a pair."""
    half = rng.randrange(20, 90)
    larger = rng.sample(range(200, 300), 4)
    return [
        ([half, *larger], 2 * half),
        ([*larger, half], 2 * half),
        ([half], 2 * half),
        ([larger[0], half, half - 7, larger[1], half + 7], 2 * half),
    ]


def with_duplicates(rng) -> list[tuple[list[int], int]]:
    """Draws lists in which a number that is half the sum stands twice, and one with other equal numbers."""
    half = rng.randrange(20, 90)
    larger = rng.sample(range(200, 300), 3)
    return [
        ([half, half], 2 * half),
        ([larger[0], half, *larger[1:], half], 2 * half),
        ([larger[0], larger[0], half - 3, larger[1], larger[0], half + 3, larger[1]], 2 * half),
    ]


def with_negatives(rng) -> list[tuple[list[int], int]]:
    """Draws lists with negative numbers: both of the pair, one of them, and the sum."""
    one, two = rng.sample(range(1, 50), 2)
    low = [-number for number in rng.sample(range(200, 300), 3)]
    high = rng.sample(range(200, 300), 3)
    return [
        ([low[0], -one, low[1], -two, low[2]], -one - two),
        ([low[0], -one - 50, low[1], two, low[2]], two - one - 50),
        ([high[0], two, high[1], high[2], -one], two - one),
    ]


def with_zero(rng) -> list[tuple[list[int], int]]:
    """Draws lists with zeros: in the pair, twice in it, and as the sum; a single zero is no pair."""
    one = rng.randrange(1, 50)
    high = rng.sample(range(200, 300), 3)
    return [
        ([high[0], 0, high[1], one], one),
        ([one, high[0], 0], one),
        ([0, *high, 0], 0),
        ([high[0], -one, high[1], one], 0),
        ([high[0], 0, high[1]], 0),
    ]


def many(rng, count: int) -> tuple[list[int], int]:
    """Draws many different numbers, and the sum of the last two, which are the only pair."""
    numbers = rng.sample(range(10**6, 10**7), count)
    numbers[-2:] = rng.randrange(1, 1000), rng.randrange(1000, 2000)
    return numbers, sum(numbers[-2:])


def nested_pairs(rng) -> list[tuple[list[int], int]]:
    """Draws lists of pairs within pairs, all numbers different: the innermost ends first."""
    half = rng.randrange(100, 200)
    one, two, three = rng.sample(range(1, 50), 3)
    high = rng.sample(range(500, 600), 3)
    return [
        ([half - one, half - two, half + two, half + one], 2 * half),
        (
            [
                high[0],
                half + one,
                high[1],
                half - two,
                half + three,
                half - three,
                high[2],
                half + two,
                half - one,
            ],
            2 * half,
        ),
        *shuffled_pairs(rng, half),
    ]


def shuffled_pairs(rng, half) -> list[tuple[list[int], int]]:
    """Lists of six pairs in any order; all numbers differ, no pair are neighbours, none is the first."""
    drawn = []
    for _ in range(6):
        distances = rng.sample(range(1, 9), 6)
        numbers = [half - distance for distance in distances] + [half + distance for distance in distances]
        rng.shuffle(numbers)
        high = rng.sample(range(500, 600), len(numbers))
        drawn.append(([number for both in zip(high, numbers) for number in both], 2 * half))
    return drawn


def equal_partners(rng) -> list[tuple[list[int], int]]:
    """Draws lists in which the earlier number of the pair stands several times before the later one."""
    half, more = rng.randrange(100, 200), rng.randrange(1, 50)
    high = rng.sample(range(500, 600), 3)
    first, last = half - more, half + more
    return [
        ([first, first, last], 2 * half),
        ([high[0], first, high[1], first, first, high[2], last, first], 2 * half),
        ([high[0], last, 1, last, high[1], first], 2 * half),
    ]
