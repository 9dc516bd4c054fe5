"""What would be right."""

from __future__ import annotations

import inputs
from viva.oracle import case


def pages(rng, count):
    """What fetches of so many urls give."""
    return [inputs.fetched(url) for url in inputs.urls(rng, count)]


@case
def results(seen, expect, rng):
    expect(seen.results, "results, in any order").same_items(pages(rng, 9))


@case
def in_order(seen, expect, rng):
    expect(seen.results, "results").equals(pages(rng, 8))


@case
def overlaps(seen, expect, rng):
    expect(seen.results, "results, in any order").same_items(pages(rng, 6))
    expect(seen.most, "fetches at once").at_least(2)


@case
def reaches_workers(seen, expect, rng):
    workers = inputs.workers(rng)
    expect(seen.results, "results, in any order").same_items(pages(rng, 3 * workers))
    expect(seen.most, "fetches at once").at_least(workers)


@case
def never_exceeds_workers(seen, expect, rng):
    workers = inputs.workers(rng)
    expect(seen.results, "results, in any order").same_items(pages(rng, 6 * workers))
    expect(seen.most, "fetches at once").at_most(workers)


@case
def default_workers(seen, expect, rng):
    expect(seen.results, "results, in any order").same_items(pages(rng, 24))
    expect(seen.at_least, "fetches at once").at_least(4)
    expect(seen.at_most, "fetches at once").at_most(4)


@case
def error_itself(seen, expect, rng):
    expect(seen.itself, "the very error of the fetch").is_true()


@case
def empty_input(seen, expect, rng):
    expect(seen.nothing, "no urls").equals([])
    expect(seen.one, "one url").equals(pages(rng, 1))


@case
def generator_of_urls(seen, expect, rng):
    expect(seen.results, "results, in any order").same_items(pages(rng, 7))


def stops(seen, expect, rng):
    """The failing fetch was made, an error came out, and few more started."""
    expect(seen.failed, "the failing url was fetched").is_true()
    expect(seen.raised, "an error came out").is_true()
    expect(seen.started_after, "fetches that started after the failure").at_most(inputs.workers(rng))


@case
def stops_after_first_fails(seen, expect, rng):
    stops(seen, expect, rng)


@case
def stops_after_later_fails(seen, expect, rng):
    stops(seen, expect, rng)


@case
def no_thread_after_return(seen, expect, rng):
    expect(seen.results, "results, in any order").same_items(pages(rng, 9))
    expect(seen.left, "threads left").equals(0)


@case
def no_thread_after_error(seen, expect, rng):
    expect(seen.failed, "the failing url was fetched").is_true()
    expect(seen.raised, "an error came out").is_true()
    expect(seen.still_inside, "fetches still out when the error came").equals(0)
    expect(seen.left, "threads left").equals(0)


@case
def refuses_bad_workers(seen, expect, rng):
    expect(seen.zero, "workers=0").raises("ValueError")
    expect(seen.negative, "workers below 0").raises("ValueError")
    expect(seen.one, "workers=1").equals(pages(rng, 3))
