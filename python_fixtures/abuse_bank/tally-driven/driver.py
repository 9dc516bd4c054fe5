"""Runs the program with drawn numbers."""

from viva.driver import case, command, watched


@case
def drawn(answer, see, rng):
    ran = command(answer, "-m", "tally", stdin=[f"{rng.randrange(10**6)}\n" for _ in range(5)])
    see.printed, see.exit = ran.stdout, ran.exit


@case
def twice(answer, see, rng):
    one, two = f"{rng.randrange(10**6)}\n", f"{rng.randrange(10**6)}\n"
    first = command(answer, "-m", "tally", "--out", "one.txt", "in.txt", files={"in.txt": one})
    second = command(answer, "-m", "tally", "in.txt", files={"in.txt": two})
    see.first, see.second, see.exits = first.written, second.stdout, [first.exit, second.exit]


@case
def one_by_one(answer, see, rng):
    lines = watched([f"{rng.randrange(10**6)}\n" for _ in range(9)], limit=100)
    ran = command(answer, "-m", "tally", stdin=lines)
    see.printed, see.taken = ran.stdout, lines.taken
