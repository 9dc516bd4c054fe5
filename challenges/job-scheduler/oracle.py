"""What has to come of each graph."""

from __future__ import annotations

from inputs import graph, values
from viva.oracle import case


def rows(seen):
    """Rows as tuples, whatever came."""
    return [tuple(row) if isinstance(row, (list, tuple)) else row for row in seen or []]


@case
def one_job(seen, expect, rng):
    expect(rows(seen.results), "result").equals([("only", "done", 41, 1)])


@case
def several_jobs(seen, expect, rng):
    wanted = [(f"job{number}", "done", value, 1) for number, value in enumerate(values(rng, 7))]
    expect(rows(seen.results), "results").equals(wanted)
    expect(seen.started, "called").equals([name for name, *_ in wanted])


@case
def in_order(seen, expect, rng):
    expect(rows(seen.states), "states").equals([(name, "done") for name in graph(rng)])
    expect(seen.early, "started too early").equals([])


@case
def failure_told(seen, expect, rng):
    wanted = [("bad", "failed", None, 1), ("good", "done", 1, 1), ("later", "done", 2, 1)]
    expect(rows(seen.results), "results").equals(wanted)


@case
def dependents_skipped(seen, expect, rng):
    wanted = [("bad", "failed"), ("behind", "skipped"), ("beside", "done")]
    expect(rows(seen.states), "states").equals(wanted)
    expect(seen.started, "called").equals(["bad", "beside"])


@case
def retried(seen, expect, rng):
    fails = rng.randrange(1, 4)
    wanted = [
        ("hopeless", "failed", None, fails + 2),
        ("lucky", "done", 1, 1),
        ("shaky", "done", "at last", fails + 1),
    ]
    expect(rows(seen.results), "results").equals(wanted)
    expect(seen.starts, "calls").equals([fails + 1, fails + 2, 1])


@case
def within_limit(seen, expect, rng):
    limit = rng.randrange(1, 4)
    expect(rows(seen.states), "states").equals([(f"job{number}", "done") for number in range(9)])
    expect(seen.most, "most in flight").at_most(limit)
    expect(seen.most, "most in flight").at_least(1)


@case
def reaches_limit(seen, expect, rng):
    limit = rng.randrange(2, 6)
    expect(seen.most, "most in flight").equals(limit)
    expect(seen.took, "seconds").is_close(-(-12 // limit), within=1e-6)
    expect(seen.usual, "most in flight without a limit of one's own").equals(4)


@case
def backs_off(seen, expect, rng):
    delay, factor = rng.choice([0.5, 1.0, 2.0]), rng.choice([2.0, 3.0])
    waits = [delay, delay * factor, delay * factor * factor]
    expect(seen.times, "attempts").equals([0.0, waits[0], sum(waits[:2]), sum(waits)])
    expect(seen.plain, "attempts with the usual waits").equals([0.0, 1.0, 3.0])


@case
def delay_capped(seen, expect, rng):
    cap, times = rng.randrange(3, 7), [0.0]
    for wait in (1, 2, 4, 8, 16):
        times.append(times[-1] + min(wait, cap))
    expect(seen.times, "attempts").equals(times)
    expect(seen.usual, "attempts with the usual longest wait").equals([0.0, 50.0, 110.0])


@case
def no_wait_at_the_end(seen, expect, rng):
    expect(seen.times, "attempts").equals([0.0, 3.0, 6.0])
    expect(seen.end, "end").equals(6.0)
    expect(seen.end_once, "end without a retry").equals(0.0)


@case
def skipped_indirectly(seen, expect, rng):
    wanted = {
        "bad": "failed",
        "slow": "done",
        "one": "skipped",
        "two": "skipped",
        "three": "skipped",
        "four": "done",
        "uno": "skipped",
        "dos": "skipped",
    }
    expect(rows(seen.states), "states").equals(sorted(wanted.items()))
    expect(seen.started, "called").equals(["bad", "four", "slow"])


@case
def error_itself(seen, expect, rng):
    expect(seen.error, "error").raises("ValueError", containing="three")
    expect(seen.same, "the last exception itself").is_true()
    expect(seen.none, "the error of a done job and the value of a failed one").equals([None, None])


@case
def start_order(seen, expect, rng):
    names = [f"job{number}" for number in range(8)]
    rng.shuffle(names)
    expect(seen.started, "started").equals(["first", *names])


@case
def added_later(seen, expect, rng):
    expect(rows(seen.states), "states").equals([("early", "done"), ("late", "done"), ("middle", "done")])
    expect(seen.started, "started").equals(["early", "middle", "late"])


@case
def results_in_order(seen, expect, rng):
    names = list(graph(rng, 7))
    rng.shuffle(names)
    expect(seen.names, "names").equals(["sum", *names])
    expect(seen.is_dict, "a dict").is_true()


@case
def nothing_to_run(seen, expect, rng):
    expect(seen.results, "results").equals({})


@case
def cancel_before(seen, expect, rng):
    wanted = [
        ("behind", "skipped", None, 0),
        ("beside", "done", 1, 1),
        ("further", "skipped", None, 0),
        ("gone", "cancelled", None, 0),
    ]
    expect(rows(seen.results), "results").equals(wanted)
    expect(seen.started, "called").equals(["beside"])


@case
def cancel_in_flight(seen, expect, rng):
    wanted = [
        ("behind", "skipped", None, 0),
        ("cancels", "done", None, 1),
        ("long", "cancelled", None, 1),
        ("other", "done", 7, 1),
    ]
    expect(rows(seen.results), "results").equals(wanted)
    expect(seen.took, "seconds").is_close(5, within=1e-6)
    expect(seen.started, "called").equals(["long", "other"])
    expect(seen.left, "in flight when the run was over").equals(0)


@case
def cycle(seen, expect, rng):
    expect(seen.free, "error without a cycle").is_none()
    expect(seen.two, "two in a cycle").raises("ValueError", containing="p")
    expect(seen.itself, "one that waits for itself").raises("ValueError", containing="narcissus")
    expect(seen.three, "three in a cycle").raises("ValueError")
    named = [name for name in ("red", "green", "blue") if name in str(getattr(seen.three, "text", ""))]
    expect(bool(named), "a name of the cycle is told").is_true()
    expect([seen.called, seen.called_itself, seen.called_three], "called").equals([[], [], []])


@case
def missing_dependency(seen, expect, rng):
    expect(seen.error, "error").raises("ValueError", containing="godot")
    expect(seen.called, "called").equals([])


@case
def wrong_arguments(seen, expect, rng):
    errors = [*seen.limits, seen.twice, *seen.errors]
    expect(len(errors), "how many were tried").equals(7)
    for error in errors:
        expect(error, "error").raises("ValueError")
    expect(rows(seen.results), "results").equals([("once", "done", 1, 1), ("edge", "done", 3, 1)])


@case
def retry_frees_place(seen, expect, rng):
    wanted = [("last", "done"), ("quick", "done"), ("shaky", "done"), ("slow", "done")]
    expect(rows(seen.states), "states").equals(wanted)
    expect(seen.started, "started").equals(["shaky", "quick", "slow", "shaky", "last"])
    expect(seen.times, "when").equals([0.0, 1.0, 2.0, 22.0, 23.0])
    expect(seen.most, "most in flight").equals(1)


@case
def no_waves(seen, expect, rng):
    expect(rows(seen.states), "states").equals([(name, "done") for name in ("a", "b", "c", "slow")])
    expect(rows(seen.events)[-2:], "the last two events").equals([("end", "c"), ("end", "slow")])
    expect(seen.took, "seconds").is_close(50, within=1e-6)


@case
def cancel_while_waiting(seen, expect, rng):
    wanted = [("behind", "skipped"), ("cancels", "done"), ("shaky", "cancelled")]
    expect(rows(seen.states), "states").equals(wanted)
    expect([seen.attempts, seen.started], "attempts").equals([1, ["shaky"]])
    expect(seen.said, "cancel").equals([True])
    expect(seen.took, "seconds").is_close(30, within=1e-6)


@case
def cancel_says(seen, expect, rng):
    wanted = {
        "done": "done",
        "failed": "failed",
        "skipped": "skipped",
        "flying": "cancelled",
        "waiting": "skipped",
        "asks": "done",
        "twice": "cancelled",
    }
    expect(rows(seen.states), "states").equals(sorted(wanted.items()))
    expect(seen.said, "cancel while it runs").equals([False, False, False, True, False, False, "KeyError"])
    expect(seen.at_once, "cancel twice at once").equals([True, False])
    expect(seen.before, "cancel before the run").equals([True, False, "KeyError"])
    expect(seen.after, "cancel after the run").equals([False, False])


@case
def cancel_awaited(seen, expect, rng):
    expect(rows(seen.states), "states").equals([("cancels", "done"), ("cleans", "cancelled")])
    expect(seen.notes, "in order").equals(["clean", "over"])
    expect(seen.took, "seconds").is_close(11, within=1e-6)


@case
def run_cancelled(seen, expect, rng):
    expect(seen.notes, "in order").equals(["clean", "clean", "cancelled"])
    expect(seen.started, "called").equals(["shaky", "waits"])
    expect(seen.took, "seconds").is_close(6, within=1e-6)


@case
def long_chain(seen, expect, rng):
    expect(seen.done, "done").equals(3000)
    expect(seen.skipped, "skipped").equals(2999)


@case
def no_polling(seen, expect, rng):
    expect(seen.done, "done").equals(5000)
    expect(seen.sleeps, "timers").equals(0)
    expect(seen.took, "seconds").is_close(0, within=1e-6)


@case
def second_run(seen, expect, rng):
    expect(rows(seen.first), "results").equals([("once", "done", 1, 1)])
    expect(seen.error, "error").raises("RuntimeError")
    expect(seen.started, "called").equals(["once"])
