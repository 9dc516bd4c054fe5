"""Goods that both sides draw alike."""

from __future__ import annotations

SKUS = ["tea", "coffee", "sugar", "milk", "honey", "flour"]


def price(rng):
    """A price as a text with two decimals."""
    return f"{rng.randrange(1, 90)}.{rng.randrange(100):02}"


def goods(rng, count):
    """`(sku, price, quantity)` of different items."""
    return [(sku, price(rng), rng.randrange(5, 60)) for sku in rng.sample(SKUS, count)]


def halves(rng):
    """`(price, quantity, discount)` whose total ends in half a cent after an even one."""
    return [(f"{rng.randrange(1, 40)}.{4 * rng.randrange(1, 24) + 1:02}", 1, 50) for _ in range(4)]
