"""Lets the answer fetch from sites that count who is inside, wait for each other, and fail.

Where a fetch must stay out for a while it waits a number of turns, not a time: on a busy machine a turn takes
longer for everybody, so that the answer's own thread gets its share before the turns are over.
"""

from __future__ import annotations

import sys
import threading
import time

import inputs
from viva.driver import case, overlap, raised

TURN_S = 0.001
# How many turns a fetch stays out: while it awaits others, after a failure, and as the slow one after that;
# then how many an ending thread gets.
PATIENCE, HOLD, QUIET, SETTLE = 1500, 300, 900, 1500


def turns(count, until) -> bool:
    """Lets other threads run so many times, or until this is true; whether it is."""
    for _ in range(count):
        if until():
            return True
        time.sleep(TURN_S)
    return until()


def left_behind(before) -> int:
    """How many threads more than before there are; those that are just ending get their turns to do so."""
    turns(SETTLE, lambda: len(sys._current_frames()) <= before)
    return len(sys._current_frames()) - before


def metered(meter):
    """A fetch that is counted by this meter."""

    def fetch(url):
        with meter:
            return inputs.fetched(url)

    return fetch


@case
def results(answer, see, rng):
    see.results = answer.fetch_all(inputs.urls(rng, 9), inputs.fetched)


@case
def in_order(answer, see, rng):
    def fetch(url):
        if url == urls[0]:
            turns(PATIENCE, last_has_begun.is_set)
        elif url == urls[-1]:
            last_has_begun.set()
        return inputs.fetched(url)

    urls = inputs.urls(rng, 8)
    last_has_begun = threading.Event()
    see.results = answer.fetch_all(urls, fetch, workers=3)


@case
def overlaps(answer, see, rng):
    meter = overlap(wanted=2, patience=5.0)
    see.results = answer.fetch_all(inputs.urls(rng, 6), metered(meter))
    see.most = meter.most


@case
def reaches_workers(answer, see, rng):
    workers = inputs.workers(rng)
    meter = overlap(wanted=workers, patience=5.0)
    see.results = answer.fetch_all(inputs.urls(rng, 3 * workers), metered(meter), workers=workers)
    see.most = meter.most


@case
def never_exceeds_workers(answer, see, rng):
    workers = inputs.workers(rng)
    meter = overlap(wanted=workers + 1, patience=0.5)
    see.results = answer.fetch_all(inputs.urls(rng, 6 * workers), metered(meter), workers)
    see.most = meter.most


@case
def default_workers(answer, see, rng):
    urls = inputs.urls(rng, 24)
    enough, too_many = overlap(wanted=4, patience=5.0), overlap(wanted=5, patience=0.5)
    see.results = answer.fetch_all(urls, metered(enough))
    answer.fetch_all(urls, metered(too_many))
    see.at_least, see.at_most = enough.most, too_many.most


@case
def error_itself(answer, see, rng):
    def fetch(url):
        if url == urls[2]:
            raise error
        return inputs.fetched(url)

    urls = inputs.urls(rng, 5)
    error = LookupError(urls[2])
    see.itself = raised(answer.fetch_all, urls, fetch) is error


@case
def empty_input(answer, see, rng):
    see.nothing = answer.fetch_all([], inputs.fetched)
    see.one = answer.fetch_all(inputs.urls(rng, 1), inputs.fetched)


@case
def generator_of_urls(answer, see, rng):
    urls = inputs.urls(rng, 7)
    see.results = answer.fetch_all((url for url in urls), inputs.fetched, workers=3)


class BreakingSite:
    """One url fails once as many fetches as workers are inside; counts those that start after that.

    Urls before the bad one come at once, but the first, which stays out as long as others still start.
    """

    def __init__(self, urls, bad, workers):
        self.started_after = 0
        self.failed = False
        self._first, self._bad, self._at_once = urls[0], bad, set(urls[1 : urls.index(bad)])
        self._workers = workers
        self._inside = 0
        self._patient = True
        self._lock = threading.Lock()

    def fetch(self, url):
        with self._lock:
            self._inside += 1
            self.started_after += self.failed
        try:
            self._stay(url)
        finally:
            with self._lock:
                self._inside -= 1
        return inputs.fetched(url)

    def _stay(self, url):
        if url == self._bad:
            self._wait(lambda: self._inside >= self._workers)
            self.failed = True
            raise LookupError(url)
        if url not in self._at_once:
            self._wait(lambda: self.failed)
            self._hold(url)

    def _wait(self, until):
        """Waits for this; when the patience of one is over, so is everybody's."""
        if not turns(PATIENCE, lambda: until() or not self._patient):
            self._patient = False

    def _hold(self, url):
        """Stays out after the failure; once too many have started there is nothing left to find out."""
        started, still = self.started_after, 0
        most = QUIET if url == self._first else HOLD
        while self.failed and still < most and self.started_after <= self._workers:
            time.sleep(TURN_S)
            moved = url == self._first and self.started_after != started
            started, still = self.started_after, 0 if moved else still + 1


def breaking(answer, see, rng, later):
    workers = inputs.workers(rng)
    urls = inputs.urls(rng, 12 * workers)
    site = BreakingSite(urls, urls[rng.randint(1, 3 * workers) if later else 0], workers)
    see.raised = raised(answer.fetch_all, urls, site.fetch, workers=workers) is not None
    see.failed, see.started_after = site.failed, site.started_after


@case
def stops_after_first_fails(answer, see, rng):
    breaking(answer, see, rng, later=False)


@case
def stops_after_later_fails(answer, see, rng):
    breaking(answer, see, rng, later=True)


@case
def no_thread_after_return(answer, see, rng):
    before = len(sys._current_frames())
    see.results = answer.fetch_all(inputs.urls(rng, 9), inputs.fetched)
    see.left = left_behind(before)


@case
def no_thread_after_error(answer, see, rng):
    def fetch(url):
        inside.append(url)
        if url == urls[0]:
            turns(PATIENCE, lambda: len(inside) > 1)
            failed.set()
            raise LookupError(url)
        turns(PATIENCE, failed.is_set)
        turns(HOLD, returned.is_set)
        inside.remove(url)

    urls, inside = inputs.urls(rng, 3), []
    failed, returned = threading.Event(), threading.Event()
    before = len(sys._current_frames())
    see.raised = raised(answer.fetch_all, urls, fetch, workers=2) is not None
    see.still_inside, see.failed = len(inside) - 1, failed.is_set()
    returned.set()
    see.left = left_behind(before)


@case
def refuses_bad_workers(answer, see, rng):
    urls = inputs.urls(rng, 3)
    see.zero = raised(answer.fetch_all, urls, inputs.fetched, workers=0)
    see.negative = raised(answer.fetch_all, urls, inputs.fetched, workers=inputs.too_few(rng))
    see.one = answer.fetch_all(urls, inputs.fetched, workers=1)
