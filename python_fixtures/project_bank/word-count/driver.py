"""A line is read when it is needed, and `END` ends the reading."""

from viva.driver import case, command, watched


@case
def reads_on(answer, see, rng):
    lines = watched(["a b\n", "c\n", "END\n"] + ["d\n"] * 1000, limit=100)
    ran = command(answer, "-m", "wc", stdin=lines)
    see.printed, see.taken, see.exit = ran.stdout, lines.taken, ran.exit
