"""docs/authors.md tells authors the truth: every tool is there, and its examples run as they stand."""

from __future__ import annotations

import asyncio
import itertools
import re
import textwrap
import unittest
from pathlib import Path
from random import Random
from types import SimpleNamespace

from support import load
from viva import driver
from viva.oracle import Check

PAGE = (Path(__file__).parents[2] / "docs/authors.md").read_text(encoding="utf-8")
DRIVER, ORACLE = PAGE.partition("### viva.driver")[2].split("### viva.oracle")

ANSWER = load(
    """
    import threading
    from collections import OrderedDict
    from concurrent.futures import ThreadPoolExecutor

    class Counter:
        def __init__(self):
            self.value, self.lock = 0, threading.Lock()
        def increment(self):
            with self.lock:
                self.value += 1

    def fetch_all(urls, fetch, workers):
        with ThreadPoolExecutor(workers) as pool:
            return list(pool.map(fetch, urls))

    def error_messages(lines):
        return (line[6:] for line in lines if line.startswith("ERROR "))

    class LRUCache(OrderedDict):
        def __init__(self, capacity):
            self.capacity = capacity
        def put(self, key, value):
            self[key] = value
            if len(self) > self.capacity:
                self.popitem(last=False)

    def rank(people):
        return sorted(people, key=lambda one: -one["score"])
    """
)


class Value:
    """Something whose end can be seen."""


def examples() -> dict[str, object]:
    """The functions of the examples by name."""
    names = {name: getattr(driver, name) for name in driver.__all__}
    names.update(itertools=itertools, asyncio=asyncio, Value=Value)
    for block in re.findall(r"```python\n(.*?)```", DRIVER, re.DOTALL):
        exec(textwrap.dedent(block), names)
    return {name: each for name, each in names.items() if getattr(each, "__viva_case__", False)}


class Tools(unittest.TestCase):
    def test_each_is_in_the_table_and_the_table_has_no_others(self) -> None:
        cells = re.findall(r"^\| (`.*?) \|", DRIVER, re.MULTILINE)
        named = {name for cell in cells for name in re.findall(r"`(\w+)", cell)}
        self.assertEqual(named, set(driver.__all__))

    def test_each_check_is_in_the_table(self) -> None:
        cells = re.findall(r"^\| (`.*?) \|", ORACLE, re.MULTILINE)
        named = {name for cell in cells for name in re.findall(r"`\.(\w+)", cell)}
        self.assertEqual(named, {name for name in vars(Check) if not name.startswith("_")})


class Examples(unittest.TestCase):
    def test_they_run_and_see_what_they_say(self) -> None:
        seen = {}
        for name, observe in examples().items():
            seen[name] = see = SimpleNamespace()
            observe(ANSWER, see, Random(1))
        self.assertEqual((seen["two_threads"].errors, seen["two_threads"].value), ([], 100))
        self.assertEqual((seen["overlaps"].results, seen["overlaps"].most), (list("ABCDEF"), 3))
        self.assertEqual((seen["lazy"].first, seen["lazy"].taken), ("disk full", 1))
        few, many = seen["constant_work"].costs
        self.assertTrue(seen["constant_work"].freed)
        self.assertLessEqual(many, 2 * few)
        self.assertEqual(seen["input_untouched"].changed, [])
        self.assertEqual(len(seen), 5)


if __name__ == "__main__":
    unittest.main()
