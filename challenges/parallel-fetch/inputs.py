"""Inputs that the driver and the oracle draw alike."""

from __future__ import annotations

HOSTS = ["amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heath", "inlet", "juniper"]


def urls(rng, count):
    """So many different urls."""
    return [f"https://{rng.choice(HOSTS)}.test/{number}" for number in rng.sample(range(100_000), count)]


def workers(rng):
    """How many workers; not the default."""
    return rng.choice([2, 3, 5, 6])


def fetched(url):
    """What a fetch of the url gives."""
    return url.partition("://")[2]


def too_few(rng):
    """A negative number of workers."""
    return -rng.randint(1, 9)
