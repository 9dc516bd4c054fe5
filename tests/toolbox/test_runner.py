"""A step from end to end: how an answer loads, what each action says, and that nothing else passes for it."""

from __future__ import annotations

import sys
import unittest

from support import encode, run_step
from viva.seen import Opaque

DRIVER = """
    from viva.driver import case

    @case
    def the_case(answer, see, rng):
        see.before = 1
        see.result = answer.work()
"""


class Loading(unittest.TestCase):
    def load(self, answer: object, **others: object) -> object:
        files = {"answer.py": answer, **others} if others else answer
        return run_step("load", files)

    def test_names_and_their_kinds_in_order(self) -> None:
        outcome = self.load(
            """
            import math
            from json import dumps
            from collections import Counter as Tally
            from typing import Callable, Optional
            from helper import helped
            LIMIT = 3
            class Cache: pass
            def work(): pass
            aside = lambda: None
            """,
            **{"helper.py": "def helped(): pass\n"},
        )
        self.assertTrue(outcome.complete)
        kind, names = outcome.frames[0]
        self.assertEqual(kind, "L")
        wanted = [("helped", "function"), ("LIMIT", "value"), ("Cache", "class")]
        self.assertEqual(names, [*wanted, ("work", "function"), ("aside", "function")])
        self.assertEqual(outcome.records["names"], [name for name, _ in names])

    def test_a_file_that_does_not_parse_says_where(self) -> None:
        error, file, line, column, text, phase = self.load("x = 1\nif x\n    pass\n").raised
        self.assertEqual(error.types[0], "SyntaxError")
        self.assertEqual((file, line, text, phase), ("answer.py", 2, "if x", "load"))
        self.assertGreater(column, 0)

    def test_bad_indentation_in_another_file(self) -> None:
        outcome = self.load("import helper\n", **{"helper.py": "def f():\nreturn 1\n"})
        error, file, line, *_ = outcome.raised
        self.assertEqual((error.types[0], file, line), ("IndentationError", "helper.py", 2))

    def test_an_exception_at_import_names_the_innermost_own_line(self) -> None:
        outcome = self.load(
            """
            import json
            def read():
                return json.loads("{")
            settings = read()
            """
        )
        error, file, line, column, text, phase = outcome.raised
        self.assertEqual(error.types[0], "json.decoder.JSONDecodeError")
        self.assertEqual((file, line, text, phase), ("answer.py", 4, '    return json.loads("{")', "load"))
        self.assertEqual(column, 12 if sys.version_info >= (3, 11) else 0)

    def test_lines_are_counted_as_python_does(self) -> None:
        outcome = self.load("x = 1\n\x0c\ny = '\u2028'\r\nz = missing\n")
        self.assertEqual(outcome.raised[1:3] + outcome.raised[4:5], ("answer.py", 4, "z = missing"))

    def test_columns_count_characters(self) -> None:
        outcome = self.load("x = 'éé', missing\n")
        self.assertEqual(outcome.raised[3], 11 if sys.version_info >= (3, 11) else 0)

    def test_leaving_at_import_is_a_failure_to_load(self) -> None:
        for leave in ("raise SystemExit", "import sys; sys.exit(0)", "raise KeyboardInterrupt"):
            outcome = self.load(leave)
            self.assertEqual(outcome.raised[5], "load")
            self.assertTrue(outcome.complete)

    def test_files_as_they_are_found_in_the_wild(self) -> None:
        sources = {
            "a byte order mark": b"\xef\xbb\xbfname = 'x'\n",
            "line ends of Windows": b"if True:\r\n    name = 'x'\r\n",
            "another encoding": "# coding: latin-1\nname = 'é'\n".encode("latin-1"),
            "nothing": b"",
        }
        for what, source in sources.items():
            with self.subTest(what):
                self.assertIsNone(self.load(source).raised)

    def test_files_that_are_no_text(self) -> None:
        for source in (b"name = '\xff'\n", b"\x00\x01", b"# coding: nonsense\n"):
            with self.subTest(source=source):
                outcome = self.load(source)
                self.assertEqual(outcome.raised[5], "load")
                self.assertTrue(outcome.complete)

    def test_it_is_no_program(self) -> None:
        self.assertEqual(self.load("if __name__ == '__main__':\n    raise ValueError\n").raised, None)

    def test_standard_modules_win_over_its_files(self) -> None:
        outcome = self.load(
            "import json, helper, package.part, bare.part\nassert json.dumps([1]) == '[1]'\n",
            **{
                "json.py": "raise ValueError",
                "helper.py": "",
                "package/__init__.py": "from . import part",
                "package/part.py": "",
                "bare/part.py": "",
            },
        )
        self.assertIsNone(outcome.raised)

    def test_its_files_win_over_hidden_ones_of_the_same_name(self) -> None:
        names = ("driver", "inputs", "viva")
        outcome = run_step(
            "drive",
            {
                "answer.py": "import driver, inputs, viva\ndef work(): return driver.x, inputs.x, viva.x\n",
                **{f"{name}.py": f"x = 'mine: {name}'\n" for name in names},
            },
            harness="""
                from viva.driver import case
                @case
                def the_case(answer, see, rng):
                    from inputs import secret
                    from viva.driver import attempt
                    see.result = [attempt(answer.work).value, secret]
            """,
            inputs="secret = 42\n",
        )
        mine = tuple(f"mine: {name}" for name in names)
        self.assertEqual(outcome.records, {"result": [mine, 42]})


class Driving(unittest.TestCase):
    def drive(self, answer: object, harness: str = DRIVER, **options: object) -> object:
        return run_step("drive", answer, harness=harness, **options)

    def test_records_end_with_end(self) -> None:
        outcome = self.drive("def work(): return {'a': (1, 2.0)}\n")
        self.assertEqual([kind for kind, _ in outcome.frames], ["L", "R", "R", "E"])
        self.assertEqual(outcome.records, {"before": 1, "result": {"a": (1, 2.0)}})

    def test_a_missing_name_is_named_with_those_that_are_there(self) -> None:
        error, *_, phase = self.drive("def works(): pass\ndef other(): pass\n").raised
        self.assertEqual(error.types[:2], ("viva.driver.NotDefined", "AttributeError"))
        self.assertIn("does not define work;", error.text)
        self.assertIn("works, other", error.text)
        self.assertEqual(phase, "run")

    def test_whatever_leaves_the_function_is_raised(self) -> None:
        leaves = {
            "raise ValueError('x')": "ValueError",
            "import sys; sys.exit(0)": "SystemExit",
            "raise KeyboardInterrupt": "KeyboardInterrupt",
            "return work()": "RecursionError",
            "return ' ' * 2 ** 62": "MemoryError",
        }
        for body, name in leaves.items():
            with self.subTest(name):
                outcome = self.drive(f"def work():\n    {body}\n")
                error, file, line, *_ = outcome.raised
                self.assertEqual((error.types[0], file, line), (name, "answer.py", 2))
                self.assertTrue(outcome.complete)
                self.assertEqual(outcome.records, {"before": 1})

    def test_a_value_is_encoded_when_it_is_recorded(self) -> None:
        harness = """
            from viva.driver import case
            @case
            def the_case(answer, see, rng):
                items = [1]
                see.items = items
                items.append(2)
                see.opaque = answer.work()
        """
        outcome = self.drive("class Mine: pass\ndef work(): return Mine()\n", harness)
        self.assertEqual(outcome.records["items"], [1])
        self.assertIsInstance(outcome.records["opaque"], Opaque)

    def test_rng_is_the_same_for_both_sides_and_another_for_each_case(self) -> None:
        harness = """
            from viva.{side} import case
            @case
            def {name}({first}, {second}, rng):
                {body}
        """
        draw = dict(side="driver", first="answer", second="see", body="see.drawn = rng.random()")
        drawn = [
            self.drive("", harness.format(name=name, **draw), name=name, seed=seed).records["drawn"]
            for name, seed in (("one", 1), ("one", 1), ("two", 1), ("one", 2))
        ]
        self.assertEqual(drawn[0], drawn[1])
        self.assertEqual(len(set(drawn)), 3)
        judge = dict(
            side="oracle", first="seen", second="expect", body="expect(seen.drawn).equals(rng.random())"
        )
        seen = encode({"drawn": drawn[0]})
        outcome = run_step(
            "judge", {}, harness=harness.format(name="one", **judge), seed=1, questions=[("one", seen)]
        )
        self.assertEqual(outcome.checks, [("", "equals", drawn[0], drawn[0], None)])

    def test_a_fault_of_the_challenge_is_told_from_the_answer_s(self) -> None:
        harnesses = {
            "does not parse: line 1: ": "def (",
            "does not load: ZeroDivisionError": "1 / 0",
            "has no @case named the_case": "def the_case(answer, see, rng): pass",
        }
        for text, harness in harnesses.items():
            with self.subTest(text):
                outcome = self.drive("def work(): pass\n", harness)
                self.assertIn(text, outcome.raised[0].text)
                self.assertEqual(outcome.raised[5], "harness")
                self.assertNotIn("L", [kind for kind, _ in outcome.frames])

    def test_what_is_printed_stays_apart(self) -> None:
        outcome = self.drive(
            "import sys\ndef work():\n    print('out \\ud800')\n    sys.stderr.write('err')\n"
        )
        self.assertEqual((outcome.stdout, outcome.stderr), ("out \\ud800\n", "err"))
        self.assertTrue(outcome.complete)


class Interfering(unittest.TestCase):
    """What an answer does to its interpreter changes no verdict."""

    def drive(self, answer: str, harness: str = DRIVER) -> object:
        return run_step("drive", answer, harness=harness)

    def test_leaving_the_process_is_never_an_end(self) -> None:
        for where in ("os._exit(0)\n", "def work(): os._exit(0)\n"):
            outcome = self.drive("import os\n" + where)
            self.assertFalse(outcome.complete)

    def test_nothing_runs_after_the_end(self) -> None:
        outcome = self.drive(
            """
            import atexit, threading, time
            atexit.register(print, "at exit")
            class Loud:
                def __del__(self): print("deleted")
            kept = Loud()
            def linger():
                time.sleep(3600)
            threading.Thread(target=linger).start()
            def work(): return "worked"
            """
        )
        self.assertEqual(outcome.records["result"], "worked")
        self.assertTrue(outcome.complete)
        self.assertEqual((outcome.stdout, outcome.code), ("", 0))

    def test_patched_builtins_and_modules_change_nothing(self) -> None:
        answer = """
            import builtins, json, sys, time
            def lie(*args, **kwargs): return True
            for name in ("isinstance", "len", "type", "str", "getattr", "sorted", "map", "any", "all"):
                setattr(builtins, name, lie)
            time.monotonic = time.sleep = json.dumps = lie
            sys.stdout = sys.stderr = None
            for name in ("viva", "viva.driver", "viva.runner", "inputs", "driver", "os", "random"):
                sys.modules[name] = None
            def work(): return [1, 2]
        """
        harness = """
            from viva.driver import case, raised, steps, watched
            @case
            def the_case(answer, see, rng):
                from viva.driver import attempt
                result = attempt(answer.work)
                see.length, see.kind = len(result.value), isinstance(result.value, dict)
                see.raised = type(raised(int, "no")) is ValueError
                see.sorted = sorted([2, 1])
                see.taken = watched("ab").taken
        """
        outcome = self.drive(answer, harness)
        self.assertTrue(outcome.complete)
        wanted = {"length": 2, "kind": False, "raised": True, "sorted": [1, 2], "taken": 0}
        self.assertEqual(outcome.records, wanted)

    def test_trace_functions_and_limits_are_gone_at_the_end(self) -> None:
        outcome = self.drive(
            """
            import sys, threading
            def spy(frame, event, arg):
                print("spied on", frame.f_code.co_name)
                return spy
            def work():
                sys.settrace(spy)
                sys.setprofile(spy)
                sys.setrecursionlimit(60)
                return 1
            sys.settrace(spy)
            """
        )
        self.assertTrue(outcome.complete)
        self.assertNotIn("end", outcome.stdout)

    def test_a_closed_output_is_no_failure(self) -> None:
        outcome = self.drive("import sys\ndef work():\n    sys.stdout.close()\n    return 1\n")
        self.assertEqual(outcome.records["result"], 1)
        self.assertTrue(outcome.complete)

    def test_a_forged_syntax_error_has_no_odd_place(self) -> None:
        outcome = self.drive(
            """
            class Liar:
                def __hash__(self): raise RuntimeError
                def __eq__(self, other): raise RuntimeError
            def work():
                error = SyntaxError("x")
                error.filename, error.lineno, error.offset = Liar(), -1, "y"
                raise error
            """
        )
        self.assertEqual(outcome.raised[1:3], ("answer.py", 8))


class Calling(unittest.TestCase):
    ANSWER = """
        def double(n): return n * 2
        def shout(text):
            print(text.upper())
        def fail(): raise ValueError("no")
        items = []
    """

    def call(self, call: str, setup: str = "", **options: object) -> object:
        return run_step("call", self.ANSWER, call=call, setup=setup, **options)

    def test_the_result_and_what_was_printed(self) -> None:
        self.assertEqual(self.call("double(4)").records, {"result": 8, "printed": ""})
        self.assertEqual(self.call("shout('hi')").records, {"result": None, "printed": "HI\n"})

    def test_an_exception_is_recorded_as_the_error(self) -> None:
        outcome = self.call("fail()")
        self.assertEqual(outcome.records["error"].types[0], "ValueError")
        self.assertNotIn("result", outcome.records)
        self.assertTrue(outcome.complete)

    def test_setup_shares_names_and_prints_nothing_of_the_call_s(self) -> None:
        outcome = self.call(
            "[double(n) for n in numbers] + items", "print('aside'); numbers = [1, 2]; items.append(9)"
        )
        self.assertEqual(outcome.records, {"result": [2, 4, 9], "printed": ""})

    def test_an_exception_of_the_setup_is_raised(self) -> None:
        outcome = self.call("double(1)", "fail()")
        self.assertEqual((outcome.raised[0].types[0], outcome.raised[5]), ("ValueError", "run"))

    def test_a_missing_name_is_the_answer_s_lack(self) -> None:
        for call, setup in (("treble(1)", ""), ("1", "treble(1)")):
            error = self.call(call, setup).raised[0]
            self.assertEqual(error.types[0], "viva.driver.NotDefined")
            self.assertIn("does not define treble; it defines double, shout, fail, items", error.text)

    def test_inputs_are_at_hand(self) -> None:
        outcome = self.call("double(size)", inputs="size = 21\n")
        self.assertEqual(outcome.records["result"], 42)

    def test_code_that_does_not_parse_is_the_challenge_s_fault(self) -> None:
        self.assertEqual(self.call("double(").raised[5], "harness")
        self.assertEqual(self.call("1", "x =").raised[5], "harness")


class Snippets(unittest.TestCase):
    def test_it_runs_as_a_program(self) -> None:
        outcome = run_step("snippet", {}, source="class A: pass\nprint(__name__, A)\n")
        self.assertEqual(outcome.stdout, "__main__ <class '__main__.A'>\n")
        self.assertTrue(outcome.complete)

    def test_its_exception_has_a_place(self) -> None:
        outcome = run_step("snippet", {}, source="print(1)\nt = ([],)\nt[0] += [1]\n")
        self.assertEqual((outcome.stdout, outcome.raised[1:3]), ("1\n", ("snippet.py", 3)))


class Judging(unittest.TestCase):
    def judge(self, body: str, seen: dict | None = None) -> object:
        harness = f"""
            from collections import Counter
            from viva.oracle import case
            @case
            def the_case(seen, expect, rng):
                {body}
        """
        return run_step("judge", {}, harness=harness, questions=[("the_case", encode(seen or {}))])

    def test_each_check_says_what_it_expects(self) -> None:
        checks = {
            "equals((1, 'a'))": ("equals", (1, "a"), None),
            "is_close(2)": ("is_close", 2, 1e-9),
            "is_close(0.5, within=1)": ("is_close", 0.5, 1.0),
            "raises('ValueError')": ("raises", "ValueError", None),
            "raises(KeyError, containing='k')": ("raises", "KeyError", "k"),
            "at_most(3)": ("at_most", 3, None),
            "at_least(1.5)": ("at_least", 1.5, None),
            "contains('x')": ("contains", "x", None),
            "same_items(iter([2, 1]))": ("same_items", [2, 1], None),
            "one_of((1, 2))": ("one_of", [1, 2], None),
            "is_true()": ("equals", True, None),
            "is_false()": ("equals", False, None),
            "is_none()": ("equals", None, None),
        }
        for check, (operation, argument, extra) in checks.items():
            with self.subTest(check):
                outcome = self.judge(f"expect(seen.x, 'it').{check}", {"x": 5})
                self.assertEqual(outcome.checks, [("it", operation, 5, argument, extra)])
                self.assertTrue(outcome.complete)

    def test_questions_are_answered_in_turn_each_with_what_it_draws(self) -> None:
        harness = """
            from viva.oracle import case
            @case
            def one(seen, expect, rng):
                expect(seen.x).equals(rng.random())
            @case
            def two(seen, expect, rng):
                expect(seen.x).equals(rng.random())
        """
        asked = [("one", encode({"x": 1})), ("two", encode({"x": 2}))]
        together = run_step("judge", {}, harness=harness, questions=[*asked, ("three", "3")])
        alone = [run_step("judge", {}, harness=harness, questions=[question]) for question in asked]
        self.assertEqual(together.checks, [check for outcome in alone for check in outcome.checks])
        self.assertEqual([case for kind, case in together.frames if kind == "C"], ["one", "two", "three"])

    def test_odd_values_are_handed_on_unchanged(self) -> None:
        seen = {"error": KeyError("k"), "cls": int, "odd": object(), "missing": None}
        del seen["missing"]
        outcome = self.judge(
            "expect(seen.error).raises('KeyError'); expect([seen.cls, seen.odd]).equals(1); "
            "expect(seen.missing).is_none()",
            seen,
        )
        error, (cls, odd), missing = (check[2] for check in outcome.checks)
        self.assertEqual((error.types[0], error.text), ("KeyError", "'k'"))
        self.assertEqual((cls.name, odd.type_name, missing.mark), ("int", "object", 4))

    def test_an_oracle_can_look_before_it_expects(self) -> None:
        outcome = self.judge(
            "expect('x' in seen).is_true(); expect(bool(seen.y)).is_false(); "
            "expect(Counter(seen.x)).equals(1)",
            {"x": "aab"},
        )
        self.assertEqual([check[2] for check in outcome.checks], [True, False, {"a": 2, "b": 1}])

    def test_an_oracle_without_a_whole_check_is_at_fault(self) -> None:
        for body, text in (("pass", "checked nothing"), ("expect(seen.x)", "without a check")):
            outcome = self.judge(body)
            self.assertIn(text, outcome.raised[0].text)
            self.assertEqual(outcome.raised[5], "harness")

    def test_an_oracle_that_finds_nothing_to_check_is_told_apart(self) -> None:
        bodies = ("for each in seen.x: expect(each).is_true()", "[lambda: expect(each) for each in seen.x]")
        for body in bodies:
            outcome = self.judge(body, {"x": []})
            self.assertEqual(outcome.raised[0].types[0], "viva.oracle.NothingChecked")
            self.assertEqual(outcome.raised[5], "run")

    def test_wrong_use_of_expect_is_raised(self) -> None:
        for body in ("expect(1, 2).is_true()", "expect(1).raises(3)", "expect(1).is_close(1, within='x')"):
            self.assertEqual(self.judge(body).raised[5], "run")

    def test_an_expression_is_evaluated(self) -> None:
        outcome = run_step("judge", {}, inputs="size = 2\n", questions=[("table", "[1] * size")])
        self.assertEqual(outcome.records, {"expected": [1, 1]})
        outcome = run_step("judge", {}, questions=[("table", "1 / 0")])
        self.assertEqual(outcome.raised[5], "harness")


if __name__ == "__main__":
    unittest.main()
