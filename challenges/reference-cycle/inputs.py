"""Inputs that the driver and the oracle draw alike."""

from __future__ import annotations


def parents(rng):
    """The shape of a tree: the place of each node's parent, for the nodes from 1 on; node 0 is the root."""
    count = rng.randint(8, 16)
    return [0, 1] + [rng.randrange(place) for place in range(3, count)]


def width(rng):
    """A number of children."""
    return rng.randint(3, 7)
