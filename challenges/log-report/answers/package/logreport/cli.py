"""The command line: arguments, files, exit codes."""

import argparse
import contextlib
import gzip
import sys
from pathlib import Path

from .lines import read_lines
from .summary import Summary


def natural(text):
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


def parser():
    made = argparse.ArgumentParser(prog="logreport", description=__doc__)
    made.add_argument("files", nargs="*", metavar="FILE", default=["-"])
    made.add_argument("--top", type=natural, default=5, metavar="N")
    made.add_argument("--output", metavar="FILE")
    return made


@contextlib.contextmanager
def opened(name):
    if name == "-":
        yield sys.stdin.buffer
    elif name.endswith(".gz"):
        with gzip.open(name, "rb") as stream:
            yield stream
    else:
        with open(name, "rb") as stream:
            yield stream


def main(arguments):
    options = parser().parse_args(arguments)
    summary = Summary()
    code = 0
    for name in options.files or ["-"]:
        try:
            with opened(name) as stream:
                for line in read_lines(stream):
                    summary.add(line)
        except (OSError, EOFError) as error:
            print(f"logreport: {name}: {error}", file=sys.stderr)
            code = 1
    text = "".join(f"{line}\n" for line in summary.report(options.top))
    if options.output is None:
        sys.stdout.write(text)
        return code
    try:
        Path(options.output).write_text(text, encoding="utf-8")
    except OSError as error:
        print(f"logreport: {options.output}: {error}", file=sys.stderr)
        code = 1
    return code
