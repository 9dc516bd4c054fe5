"""Opens files through the answer and records what was read and what stayed open."""

from __future__ import annotations

import os
import tempfile

import inputs
from viva.driver import case, raised


class Spilled(Exception):
    """An error of the body that no answer can know by name."""


def written(folder, rng):
    """The path of a new file with lines in it, in a folder of its own."""
    path = os.path.join(tempfile.mkdtemp(dir=folder), inputs.file_name(rng))
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(inputs.lines(rng))
    return path


def open_descriptors():
    """The numbers of the descriptors that are open now."""
    numbers = set()
    for number in range(64):
        try:
            os.fstat(number)
        except OSError:
            continue
        numbers.add(number)
    return numbers


@case
def yields_the_file(answer, see, rng):
    with tempfile.TemporaryDirectory() as folder:
        path = written(folder, rng)
        with answer.managed_file(path) as file:
            see.text = file.read()


@case
def honours_the_mode(answer, see, rng):
    with tempfile.TemporaryDirectory() as folder:
        path = written(folder, rng)
        with answer.managed_file(path, "w") as file:
            file.write(inputs.message(rng))
            file.flush()
        with open(path, encoding="utf-8") as file:
            see.text = file.read()


@case
def takes_mode_by_name(answer, see, rng):
    with tempfile.TemporaryDirectory() as folder:
        path = written(folder, rng)
        with answer.managed_file(path, mode="rb") as file:
            see.data = file.read()


@case
def closes_at_the_end(answer, see, rng):
    with tempfile.TemporaryDirectory() as folder:
        path = written(folder, rng)
        with answer.managed_file(path) as file:
            see.text = file.read()
            see.closed_inside = file.closed
        see.closed = file.closed


@case
def closes_when_the_body_raises(answer, see, rng):
    kept = []

    def body():
        with answer.managed_file(path) as file:
            kept.append(file)
            see.text = file.read()
            raise Spilled("spilled")

    with tempfile.TemporaryDirectory() as folder:
        path = written(folder, rng)
        raised(body)
        see.closed = kept[0].closed


@case
def lets_the_error_through(answer, see, rng):
    def body(path, error):
        with answer.managed_file(path) as file:
            texts.append(file.read())
            raise error

    texts, same = [], []
    with tempfile.TemporaryDirectory() as folder:
        for kind in (Spilled, ValueError, FileNotFoundError, KeyError):
            error = kind("spilled")
            same.append(raised(body, written(folder, rng), error) is error)
    see.texts, see.same = texts, same


@case
def missing_file_raises_at_entry(answer, see, rng):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, inputs.file_name(rng))
        before = open_descriptors()
        manager = answer.managed_file(path)
        error = raised(manager.__enter__)
        see.itself = type(error) is FileNotFoundError
        see.error_number = getattr(error, "errno", None)
        see.left_open = len(open_descriptors() - before)
        existing = written(folder, rng)
        with answer.managed_file(existing) as file:
            see.text = file.read()


@case
def call_alone_opens_nothing(answer, see, rng):
    with tempfile.TemporaryDirectory() as folder:
        old = written(folder, rng)
        new = os.path.join(folder, "new.txt")
        before = open_descriptors()
        reader = answer.managed_file(old)
        writer = answer.managed_file(new, "w")
        see.opened = len(open_descriptors() - before)
        see.created = os.path.exists(new)
        with reader as file:
            see.text = file.read()
        with writer as file:
            see.writable = file.writable()


@case
def closes_on_return_and_break(answer, see, rng):
    kept = []

    def by_return(path):
        with answer.managed_file(path) as file:
            kept.append(file)
            return file.read()

    def by_break(path):
        while True:
            with answer.managed_file(path) as file:
                kept.append(file)
                text = file.read()
                break
        return text

    with tempfile.TemporaryDirectory() as folder:
        see.texts = [by_return(written(folder, rng)), by_break(written(folder, rng))]
        see.closed = [file.closed for file in kept]


@case
def closes_on_generator_exit(answer, see, rng):
    kept = []

    def reading():
        with answer.managed_file(path) as file:
            kept.append(file)
            for line in file:  # noqa: UP028 (`yield from` would close the file itself)
                yield line

    with tempfile.TemporaryDirectory() as folder:
        path = written(folder, rng)
        reader = reading()
        see.first = next(reader)
        see.closed_before = kept[0].closed
        reader.close()
        see.closed = kept[0].closed


@case
def usable_again(answer, see, rng):
    def read():
        with answer.managed_file(path) as file:
            text = file.read()
        closed.append(file.closed)
        return text

    closed = []
    with tempfile.TemporaryDirectory() as folder:
        path = written(folder, rng)
        see.in_a_row = [read() for _ in range(3)]
        with answer.managed_file(path) as outer:
            first = outer.readline()
            see.inside = read()
            see.rest = first + outer.read()
        see.closed = [*closed, outer.closed]
