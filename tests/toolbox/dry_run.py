"""Tries a challenge without a box: `python3 tests/toolbox/dry_run.py challenges/NAME [ANSWER...] [--seed N]`.

A tool for authors until `viva check` takes its place. Every case of every golden answer (or of the answers
named) runs in a forked process of its own, its observations are judged by the oracle in another one, and the
comparison is made here in plain Python. It says for each golden answer whether the cases it misses are those
of its header; idioms, concepts, predictions and scores are not looked at. A case has its limits of time.
No isolation whatever: own answers only. Needs Python 3.11. Exit code 0 when every header agrees.
"""

from __future__ import annotations

import argparse
import contextlib
import math
import os
import random
import re
import resource
import select
import signal
import struct
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import tomllib

sys.path.insert(0, str(Path(__file__).parents[2] / "src/worker/toolbox"))

from viva import runner  # noqa: E402
from viva._codec import decode, encode  # noqa: E402
from viva._harness import HarnessError  # noqa: E402
from viva._recorder import Recorder  # noqa: E402
from viva.seen import Marked, Opaque, SeenException, SeenType  # noqa: E402

CPU_MS, WALL_MS = 2_000, 10_000
TOKEN = bytes(16)


class Outcome(NamedTuple):
    """How a case went, in one word, and what a person should know about it."""

    word: str
    message: str = ""


class Frames(NamedTuple):
    """What a step's process said."""

    complete: bool
    records: dict[str, Any]
    raised: tuple | None
    checks: list[tuple]
    stderr: str


class Challenge:
    """The files of a challenge that a dry run needs."""

    def __init__(self, folder: Path) -> None:
        manifest = tomllib.loads((folder / "challenge.toml").read_text())
        self.cases: list[dict] = manifest.get("case", [])
        limits = manifest.get("limits", {})
        self.cpu_s = math.ceil(limits.get("cpu_ms_max", CPU_MS) / 1000)
        self.wall_s = limits.get("wall_ms_max", WALL_MS) / 1000
        self.answers = folder / "answers"
        self.driver, self.oracle, self.inputs = (
            (folder / name).read_text() if (folder / name).exists() else ""
            for name in ("driver.py", "oracle.py", "inputs.py")
        )
        snippet = folder / "snippet.py"
        self.snippet = snippet.read_text() if snippet.exists() else None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("challenge", type=Path)
    parser.add_argument(
        "answers", nargs="*", help="names under answers/, or paths; all golden ones by default"
    )
    parser.add_argument("--seed", type=int, default=None, help="random by default")
    parser.add_argument("--case", action="append", help="only this case; may be repeated")
    parser.add_argument("--traces", action="store_true", help="show tracebacks of what was raised")
    arguments = parser.parse_args()
    challenge = Challenge(arguments.challenge)
    seed = random.getrandbits(32) if arguments.seed is None else arguments.seed
    print(f"seed {seed}")
    if challenge.snippet is not None:
        show_snippet(challenge, seed)
    answers = [find(challenge, name) for name in arguments.answers] or sorted(
        path for path in challenge.answers.iterdir() if path.suffix == ".py" or (path / "answer.py").exists()
    )
    agree = True
    missed_by_some: set[str] = set()
    for path in answers:
        missed, time_s = try_answer(challenge, path, seed, arguments)
        missed_by_some |= missed
        agree &= header_agrees(challenge, path, missed, time_s, arguments)
    if not arguments.answers and not arguments.case:
        for case in challenge.cases:
            if case["id"] not in missed_by_some:
                print(f"note: no golden answer misses {case['id']}")
    return 0 if agree else 1


def find(challenge: Challenge, name: str) -> Path:
    for path in (challenge.answers / name, challenge.answers / f"{name}.py", Path(name)):
        if path.exists():
            return path
    raise SystemExit(f"no answer {name}")


def files_of(path: Path) -> dict[str, bytes]:
    if path.is_file():
        return {"answer.py": path.read_bytes()}
    return {str(file.relative_to(path)): file.read_bytes() for file in sorted(path.rglob("*.py"))}


def try_answer(challenge: Challenge, path: Path, seed: int, arguments: Any) -> tuple[set[str], float]:
    print(f"\n{path.stem}")
    files, missed, began = files_of(path), set(), time.monotonic()
    for case in challenge.cases:
        if arguments.case and case["id"] not in arguments.case:
            continue
        case_began = time.monotonic()
        outcome = try_case(challenge, case, files, seed, arguments.traces)
        spent = (time.monotonic() - case_began) * 1000
        print(f"  {outcome.word:<10} {case['id']:<36} {spent:6.0f} ms  {outcome.message}".rstrip())
        if outcome.word != "met":
            missed.add(case["id"])
    return missed, time.monotonic() - began


def header_agrees(challenge: Challenge, path: Path, missed: set[str], time_s: float, arguments: Any) -> bool:
    source = (path if path.is_file() else path / "answer.py").read_text()
    if not re.search(r"^# floor:", source, re.MULTILINE):
        return True
    line = re.search(r"^# misses:(.*)$", source, re.MULTILINE)
    known = {case["id"] for case in challenge.cases}
    wanted = {name for name in re.findall(r"\w+", line[1] if line else "") if name in known}
    if arguments.case:
        wanted &= set(arguments.case)
    if wanted == missed:
        print(f"  as its header says ({time_s:.1f} s)")
        return True
    for names, text in (
        (missed - wanted, "misses, but its header does not say so"),
        (wanted - missed, "does not miss"),
    ):
        if names:
            print(f"  WRONG: {text}: {', '.join(sorted(names))}")
    return False


def try_case(challenge: Challenge, case: dict, files: dict[str, bytes], seed: int, traces: bool) -> Outcome:
    step = runner.Step(case["id"], "drive", seed, {})
    if "call" in case:
        step = step._replace(action="call", arguments={"setup": case.get("setup", ""), "call": case["call"]})
    run = run_step(challenge, challenge.driver, files, step)
    if traces and run.stderr:
        print(run.stderr)
    if run.raised is not None:
        return raised_outcome(run.raised)
    if not run.complete:
        return Outcome("incomplete", run.stderr.strip().rpartition("\n")[2])
    if "call" in case:
        return table_outcome(challenge, case, run.records, seed)
    judging = run_step(
        challenge,
        challenge.oracle,
        {},
        step._replace(action="judge", arguments={"seen": encode_records(run)}),
    )
    if traces and judging.stderr:
        print(judging.stderr)
    if judging.raised is not None or not judging.complete:
        return Outcome("ORACLE", str(judging.raised and judging.raised[0]))
    failed = [check for check in judging.checks if not holds(*check[1:])]
    return Outcome("unmet", "; ".join(map(describe, failed))) if failed else Outcome("met")


def encode_records(run: Frames) -> bytes:
    return encode(run.records, seen=True)


def raised_outcome(raised: tuple) -> Outcome:
    error, file, line, _, text, phase = raised
    place = f" ({file}:{line}: {text.strip()})" if file else ""
    message = f"{error.types[0]}: {error.text}{place}"
    return Outcome("HARNESS", message) if phase == "harness" else Outcome("raised", message)


def table_outcome(challenge: Challenge, case: dict, records: dict[str, Any], seed: int) -> Outcome:
    if "raises" in case:
        check = ("", "raises", records.get("error"), case["raises"], None)
    elif "prints" in case:
        check = ("", "equals", records.get("printed"), case["prints"], None)
    else:
        step = runner.Step(case["id"], "evaluate", seed, {"expression": case["equals"]})
        expected = run_step(challenge, challenge.oracle, {}, step)
        if expected.raised is not None:
            return raised_outcome(expected.raised)
        if "error" in records:
            return Outcome("raised", f"{records['error']!r}")
        check = ("", "equals", records.get("result"), expected.records["expected"], None)
    return Outcome("met") if holds(*check[1:]) else Outcome("unmet", describe(check))


def run_step(challenge: Challenge, harness: str, files: dict[str, bytes], step: runner.Step) -> Frames:
    """One step in a forked process, whose frames are read while it runs; killed when patience is over."""
    (frames_out, frames_in), (error_out, error_in) = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_RDWR), 0)
        os.dup2(0, 1)
        os.dup2(error_in, 2)
        resource.setrlimit(resource.RLIMIT_CPU, (challenge.cpu_s, challenge.cpu_s))
        run_child(frames_in, harness, challenge.inputs, files, step)
    os.close(frames_in)
    os.close(error_in)
    data = {frames_out: bytearray(), error_out: bytearray()}
    opened, until = {frames_out, error_out}, time.monotonic() + challenge.wall_s
    while opened and time.monotonic() < until:
        for descriptor in select.select(list(opened), [], [], max(0.0, until - time.monotonic()))[0]:
            piece = os.read(descriptor, 65536)
            data[descriptor] += piece
            opened -= set() if piece else {descriptor}
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(frames_out)
    os.close(error_out)
    stderr = data[error_out].decode("utf-8", "replace")
    if opened:
        stderr += f"\nstopped after {challenge.wall_s:.0f} s"
    elif status and not stderr:
        stderr = f"ended with status {status}"
    return read_frames(bytes(data[frames_out]), stderr)


def run_child(descriptor: int, harness: str, inputs: str, files: dict[str, bytes], step: runner.Step) -> None:
    recorder = Recorder(descriptor, TOKEN)

    def show(error: BaseException, _: None) -> BaseException:
        with contextlib.suppress(Exception):  # the answer may have patched what printing needs
            traceback.print_exception(error)
        return error

    runner._with_traceback = show
    try:
        sources = runner.parse(step.action in runner.ORACLE_ACTIONS, harness, inputs)
    except HarnessError as error:
        traceback.print_exception(error)
        recorder.raised(error, None, 0, 0, "", "harness")
        recorder.end()
    else:
        runner.run(recorder, sources, files, step)
    sys.stderr.flush()
    os._exit(0)


def read_frames(data: bytes, stderr: str) -> Frames:
    records: dict[str, Any] = {}
    raised, checks, complete = None, [], False
    while len(data) >= 4:
        (length,) = struct.unpack_from("<I", data)
        kind, value, data = data[20:21], data[21 : 4 + length], data[4 + length :]
        value = decode(value)
        if kind == b"R":
            records[value[0]] = value[1]
        elif kind == b"X":
            raised = value
        elif kind == b"K":
            checks.append(value)
        complete = kind == b"E"
    return Frames(complete, records, raised, checks, stderr)


def show_snippet(challenge: Challenge, seed: int) -> None:
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(write, 1)
        step = runner.Step("snippet", "snippet", seed, {"source": challenge.snippet})
        run_child(os.open(os.devnull, os.O_WRONLY), "", "", {}, step)
    os.close(write)
    with open(read, encoding="utf-8") as output:
        print("snippet.py prints:", *output.read().splitlines(), sep="\n    ")
    os.waitpid(child, 0)


def holds(operation: str, seen: Any, argument: Any, extra: Any) -> bool:
    """Whether a check holds; a sketch of what viva's judge decides."""
    if operation == "equals":
        return same(seen, argument)
    if operation == "is_close":
        return number(seen) and abs(seen - argument) <= extra
    if operation == "raises":
        return (
            isinstance(seen, SeenException)
            and argument in seen.types
            and (extra is None or extra.lower() in seen.text.lower())
        )
    if operation == "at_most":
        return number(seen) and seen <= argument
    if operation == "at_least":
        return number(seen) and seen >= argument
    if operation == "contains":
        if isinstance(seen, str):
            return isinstance(argument, str) and argument in seen
        return hasattr(seen, "__iter__") and any(same(item, argument) for item in seen)
    if operation == "same_items":
        return isinstance(seen, (list, tuple, set, frozenset)) and same_items(list(seen), list(argument))
    if operation == "one_of":
        return any(same(seen, choice) for choice in argument)
    raise SystemExit(f"unknown operation {operation}")


def number(value: Any) -> bool:
    return type(value) in (int, float) or type(value).__name__ in ("Decimal", "Fraction")


def same(left: Any, right: Any) -> bool:
    """Equality by exact type, all the way down."""
    if type(left) is not type(right) or isinstance(left, (Opaque, Marked)):
        return False
    if isinstance(left, float):
        return struct.pack("<d", left) == struct.pack("<d", right)
    if isinstance(left, SeenException):
        return (left.types, left.text) == (right.types, right.text)
    if isinstance(left, SeenType):
        return left.name == right.name
    if isinstance(left, (dict, Counter)):
        return same_items(list(left.items()), list(right.items()))
    if isinstance(left, (set, frozenset)):
        return same_items(list(left), list(right))
    if hasattr(left, "__iter__") and not isinstance(left, (str, bytes)):
        left, right = list(left), list(right)
        return len(left) == len(right) and all(map(same, left, right))
    return left == right


def same_items(left: list, right: list) -> bool:
    if len(left) != len(right):
        return False
    rest = list(right)
    for item in left:
        for index, other in enumerate(rest):
            if same(item, other):
                del rest[index]
                break
        else:
            return False
    return True


def describe(check: tuple) -> str:
    label, operation, seen, argument, extra = check
    text = f"{label or 'value'}: seen {seen!r}, wanted {operation} {argument!r}" + (
        "" if extra is None else f" {extra!r}"
    )
    return text if len(text) <= 300 else text[:297] + "..."


if __name__ == "__main__":
    sys.exit(main())
