"""Memory, lifetimes and mutation."""

from __future__ import annotations

import gc
import unittest
from collections import deque

import support  # noqa: F401
from viva.driver import aliases, freed, lifetimes, peak_memory, raised, without_gc


class Node:
    def __init__(self, value: object = None) -> None:
        self.value = value


class Peak(unittest.TestCase):
    def test_a_list_costs_and_a_generator_does_not(self) -> None:
        eager = peak_memory(lambda: sum([n * n for n in range(100_000)]))
        lazy = peak_memory(lambda: sum(n * n for n in range(100_000)))
        self.assertEqual(eager.value, lazy.value)
        self.assertGreater(eager.bytes, 800_000)
        self.assertLess(lazy.bytes, 100_000)

    def test_what_was_held_before_does_not_count(self) -> None:
        held = peak_memory(lambda: bytearray(1_000_000)).value
        self.assertLess(peak_memory(len, held).bytes, 100_000)

    def test_an_exception_passes(self) -> None:
        self.assertIsInstance(raised(peak_memory, int, "no"), ValueError)


class Lifetimes(unittest.TestCase):
    def test_the_census_holds_nothing(self) -> None:
        census = lifetimes()
        first, second = census.watch(Node()), census.watch(Node())
        self.assertEqual(census.alive, 2)
        del first
        self.assertEqual((census.alive, freed(census)), (1, False))
        del second
        self.assertTrue(freed(census))

    def test_a_cycle_lives_on_without_the_collector(self) -> None:
        census = lifetimes()
        with without_gc():
            node = census.watch(Node())
            node.value = node
            del node
            self.assertFalse(freed(census))
        gc.collect()
        self.assertTrue(freed(census))

    def test_without_gc_puts_things_back(self) -> None:
        self.assertTrue(gc.isenabled())
        with without_gc():
            self.assertFalse(gc.isenabled())
            with without_gc():
                pass
            self.assertFalse(gc.isenabled())
        self.assertTrue(gc.isenabled())


class Aliases(unittest.TestCase):
    def changed_by(self, value: object, change: object) -> list[str]:
        with aliases(given=value, untouched=[1, [2]]) as meter:
            change(value)
        return meter.changed

    def test_a_mutation_is_named_however_deep(self) -> None:
        mutations = [
            ([1, 2], lambda it: it.append(3)),
            ([1, [2]], lambda it: it[1].append(3)),
            ([2, 1], lambda it: it.sort()),
            ([1], lambda it: it.__setitem__(0, 1.0)),
            ([1], lambda it: it.__setitem__(0, True)),
            ({"a": [1]}, lambda it: it["a"].clear()),
            ({"a": 1}, lambda it: it.update(b=2)),
            ({1, 2}, lambda it: it.discard(1)),
            (({1: {2}},), lambda it: it[0][1].add(3)),
            (deque([1]), lambda it: it.rotate() or it.append(2)),
            (bytearray(b"a"), lambda it: it.extend(b"b")),
            (Node([1]), lambda it: it.value.append(2)),
            ([Node(1)], lambda it: setattr(it[0], "value", 2)),
            ([Node(1)], lambda it: it.__setitem__(0, Node(1))),
        ]
        for value, change in mutations:
            with self.subTest(value=value):
                self.assertEqual(self.changed_by(value, change), ["given"])

    def test_reading_and_copying_changes_nothing(self) -> None:
        cyclic: list = [float("nan"), Node({1: {2}})]
        cyclic.append(cyclic)
        for look in (repr, list.copy, lambda it: [it, *it], lambda it: it.reverse() or it.reverse()):
            self.assertEqual(self.changed_by(cyclic, look), [])


if __name__ == "__main__":
    unittest.main()
