"""What would be right."""

from __future__ import annotations

import inputs
from viva.oracle import case


@case
def children_in_order(seen, expect, rng):
    parents = inputs.parents(rng)
    expected = [
        [child for child, parent in enumerate(parents, start=1) if parent == place]
        for place in range(len(parents) + 1)
    ]
    expect(seen.children, "children of each node").equals(expected)


@case
def parent_is_the_node(seen, expect, rng):
    expect(seen.parents, "parent of each node").equals(inputs.parents(rng))


@case
def freed_with_its_root(seen, expect, rng):
    expect(seen.alive_before, "nodes alive while the root is held").equals(len(inputs.parents(rng)) + 1)
    expect(seen.alive_after, "nodes alive after the root was dropped").equals(0)


@case
def root_has_no_parent(seen, expect, rng):
    expect(seen.root_parent_is_none, "the root's parent is None").is_true()
    expect(seen.parents, "parents of the others").equals([0, 1])


@case
def orphan_has_no_parent(seen, expect, rng):
    expect(seen.is_root_before, "the parent while it is held").is_true()
    expect(seen.is_none_after, "the parent is None when it is gone").is_true()


@case
def moves_to_another_parent(seen, expect, rng):
    count = inputs.width(rng)
    moved = rng.randrange(1, count)
    staying = [place for place in range(count) if place != moved]
    expect(seen.left, "children of the old parent").equals(staying)
    expect(seen.arrived, "children of the new parent").equals([0, 1])
    expect(seen.parent_is_new, "the child's parent is the new one").is_true()


@case
def orphan_finds_a_new_parent(seen, expect, rng):
    expect(seen.children, "children of the new parent").equals([0])
    expect(seen.parent_is_other, "the child's parent is the new one").is_true()


@case
def short_repr(seen, expect, rng):
    expect(seen.children, "children of the roots").equals([1, 99, 3])
    for place, shape in enumerate(("chain", "star", "bush")):
        expect(seen.lengths[place], f"longest repr in a {shape}").at_most(10_000)


@case
def very_deep_tree(seen, expect, rng):
    expect(seen.depth, "depth").equals(100_000)
    expect(seen.alive_before, "the last node lives while the root is held").equals(1)
    expect(seen.alive_after, "nothing lives after the root was dropped").equals(0)
    expect(seen.depth_downward, "depth of the tree built from the root down").equals(5_000)
    expect(seen.alive_at_last, "nothing lives in the end").equals(0)
