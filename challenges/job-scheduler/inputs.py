"""Graphs of jobs that both sides draw alike."""

from __future__ import annotations


def graph(rng, count=9):
    """Names of jobs with those that each depends on, all of them earlier ones."""
    names = [f"job{number}" for number in range(count)]
    return {
        name: rng.sample(names[:number], rng.randrange(0, min(3, number) + 1))
        for number, name in enumerate(names)
    }


def values(rng, count):
    """Values of jobs."""
    return [rng.randrange(1000) for _ in range(count)]
