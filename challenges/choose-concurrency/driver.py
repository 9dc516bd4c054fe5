"""Runs tasks of each kind through the answer; records results, overlap, places and what was left behind."""

from __future__ import annotations

import asyncio
import functools
import multiprocessing
import multiprocessing.context
import operator
import os
import sys
import threading
import time

import inputs
from viva.driver import case, overlap, raised

PROCESSORS = 4


def steady_processes():
    """Shows the same few processors on every machine, and lets each start method fork.

    No program can be executed in the box, so spawn and forkserver could not start an interpreter there;
    an answer that asks for them is as right as one that forks.
    """
    for name in ("cpu_count", "process_cpu_count"):
        if hasattr(os, name):
            setattr(os, name, lambda: PROCESSORS)
    os.sched_getaffinity = lambda _: set(range(PROCESSORS))
    contexts = multiprocessing.context._concrete_contexts
    contexts.update(dict.fromkeys(("spawn", "forkserver"), contexts["fork"]))
    multiprocessing.context._default_context._default_context = contexts["fork"]


steady_processes()


def constant(value):
    """A task for a thread."""
    return lambda: value


def coroutine(value, rounds=0):
    """A task for an event loop that gives way so many times."""

    async def run():
        for _ in range(rounds):
            await asyncio.sleep(0)
        return value

    return run


def square(number):
    """A picklable task."""
    return functools.partial(operator.mul, number, number)


def failing(error):
    """A task for a thread that raises."""

    def run():
        raise error

    return run


def failing_coroutine(error):
    """A task for an event loop that raises."""

    async def run():
        raise error

    return run


def left_behind(threads_before):
    """How many threads and child processes are still there; those that are just ending get a moment."""
    deadline = time.monotonic() + 3
    while True:
        left = len(sys._current_frames()) - threads_before + children()
        if not left or time.monotonic() > deadline:
            return left
        time.sleep(0.01)


def children():
    """1 when a child process is still running, else 0; those that have ended are reaped."""
    multiprocessing.active_children()
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return 0
    return 1


@case
def io_results(answer, see, rng):
    see.values = answer.run_all([constant(number) for number in inputs.numbers(rng)], "io")


@case
def io_in_order(answer, see, rng):
    def first():
        last_is_done.wait(0.5)
        return numbers[0]

    def last():
        last_is_done.set()
        return numbers[-1]

    numbers = inputs.numbers(rng)
    last_is_done = threading.Event()
    see.values = answer.run_all([first, *map(constant, numbers[1:-1]), last], "io")


@case
def cpu_results(answer, see, rng):
    see.values = answer.run_all([square(number) for number in inputs.numbers(rng)], "cpu")


@case
def cpu_in_order(answer, see, rng):
    slow = functools.partial(time.sleep, 0.3)
    see.values = answer.run_all([slow, *map(square, inputs.numbers(rng))], "cpu")


@case
def async_results(answer, see, rng):
    see.values = answer.run_all([coroutine(number) for number in inputs.numbers(rng)], "async")


@case
def async_in_order(answer, see, rng):
    numbers = inputs.numbers(rng)
    tasks = [coroutine(number, rounds=3 * (len(numbers) - place)) for place, number in enumerate(numbers)]
    see.values = answer.run_all(tasks, "async")


@case
def io_overlaps(answer, see, rng):
    def task(number):
        def run():
            with meter:
                return number

        return run

    meter = overlap(wanted=2, patience=1.0)
    see.values = answer.run_all([task(number) for number in inputs.numbers(rng)], "io")
    see.most = meter.most


@case
def cpu_in_other_processes(answer, see, rng):
    tasks = []
    for number in inputs.numbers(rng):
        tasks += [os.getpid, functools.partial(format, number, "x")]
    values = answer.run_all(tasks, "cpu")
    see.values = [value for value in values if isinstance(value, str)]
    see.elsewhere = [value != os.getpid() for value in values if not isinstance(value, str)]


@case
def async_overlaps(answer, see, rng):
    def task(number):
        async def run():
            threads.add(threading.get_ident())
            async with meter:
                return number

        return run

    threads = set()
    meter = overlap(wanted=2, patience=1.0)
    see.values = answer.run_all([task(number) for number in inputs.numbers(rng)], "async")
    see.most, see.threads = meter.most, len(threads)


@case
def unknown_kind(answer, see, rng):
    tasks = [constant(number) for number in inputs.numbers(rng)]
    see.error = raised(answer.run_all, tasks, inputs.unknown_kind(rng))
    see.values = answer.run_all(tasks, "io")


@case
def io_error(answer, see, rng):
    numbers = inputs.numbers(rng)
    error = LookupError(inputs.word(rng))
    tasks = [constant(numbers[0]), failing(error), constant(numbers[1])]
    see.itself = raised(answer.run_all, tasks, "io") is error


@case
def cpu_error(answer, see, rng):
    first, second, *_ = inputs.numbers(rng)
    tasks = [square(first), functools.partial(int, inputs.word(rng)), square(second)]
    see.error = raised(answer.run_all, tasks, "cpu")


@case
def async_error(answer, see, rng):
    numbers = inputs.numbers(rng)
    error = LookupError(inputs.word(rng))
    tasks = [coroutine(numbers[0]), failing_coroutine(error), coroutine(numbers[1])]
    see.itself = raised(answer.run_all, tasks, "async") is error


@case
def io_leaves_no_thread(answer, see, rng):
    before = len(sys._current_frames())
    tasks = [constant(number) for number in inputs.numbers(rng)]
    see.values = answer.run_all(tasks, "io")
    see.left_after_return = left_behind(before)
    see.raised = raised(answer.run_all, [failing(LookupError("no")), *tasks], "io") is not None
    see.left_after_error = left_behind(before)


@case
def cpu_leaves_no_process(answer, see, rng):
    before = len(sys._current_frames())
    tasks = [square(number) for number in inputs.numbers(rng)]
    see.values = answer.run_all(tasks, "cpu")
    see.left_after_return = left_behind(before)
    see.raised = raised(answer.run_all, [functools.partial(int, "no"), *tasks], "cpu") is not None
    see.left_after_error = left_behind(before)


@case
def async_leaves_no_task(answer, see, rng):
    def task(number, rounds):
        async def run():
            inside.add(number)
            try:
                return await coroutine(number, rounds)()
            finally:
                inside.discard(number)

        return run

    inside = set()
    before = len(sys._current_frames())
    tasks = [task(number, rounds=50) for number in inputs.numbers(rng)]
    see.values = answer.run_all(tasks, "async")
    see.left_after_return = left_behind(before) + len(inside)
    see.raised = raised(answer.run_all, [*tasks, failing_coroutine(LookupError("no"))], "async") is not None
    see.left_after_error = left_behind(before) + len(inside)


@case
def empty_input(answer, see, rng):
    see.values = [answer.run_all([], kind) for kind in ("io", "cpu", "async")]
    see.one = answer.run_all([constant(inputs.numbers(rng)[0])], "io")
