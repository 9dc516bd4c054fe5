"""Builds trees of the answer's nodes and records their shape and what stays alive."""

from __future__ import annotations

import inputs
from viva.driver import case, lifetimes, without_gc

DEPTH = 100_000
DEPTH_DOWNWARD = 5_000


class Value:
    """A value that can be watched; it lives as long as the node that holds it."""


def places(found, nodes):
    """Where the found objects stand among the nodes, by identity; -1 for a stranger."""
    return [next((place for place, node in enumerate(nodes) if node is one), -1) for one in found]


def linked(answer, values, parents):
    """Nodes of these values; each but the first is added to the node at its parent's place."""
    nodes = [answer.Node(value) for value in values]
    for node, parent in zip(nodes[1:], parents):
        nodes[parent].add(node)
    return nodes


@case
def children_in_order(answer, see, rng):
    parents = inputs.parents(rng)
    nodes = linked(answer, range(len(parents) + 1), parents)
    see.children = [places(list(node.children), nodes) for node in nodes]


@case
def parent_is_the_node(answer, see, rng):
    parents = inputs.parents(rng)
    nodes = linked(answer, range(len(parents) + 1), parents)
    see.parents = places([node.parent for node in nodes[1:]], nodes)


@case
def freed_with_its_root(answer, see, rng):
    parents = inputs.parents(rng)
    with without_gc():
        census = lifetimes()
        root = linked(answer, [census.watch(Value()) for _ in range(len(parents) + 1)], parents)[0]
        see.alive_before = census.alive
        del root
        see.alive_after = census.alive


@case
def root_has_no_parent(answer, see, rng):
    nodes = linked(answer, range(3), [0, 1])
    see.root_parent_is_none = nodes[0].parent is None
    see.parents = places([node.parent for node in nodes[1:]], nodes)


@case
def orphan_has_no_parent(answer, see, rng):
    with without_gc():
        root, child = linked(answer, ["root", "child"], [0])
        see.is_root_before = child.parent is root
        del root
        see.is_none_after = child.parent is None


@case
def moves_to_another_parent(answer, see, rng):
    count = inputs.width(rng)
    old, new, guest, *children = [answer.Node("same") for _ in range(3 + count)]
    for child in children:
        old.add(child)
    new.add(guest)
    moved = children[rng.randrange(1, count)]
    new.add(moved)
    see.left = places(list(old.children), children)
    see.arrived = places(list(new.children), [guest, moved])
    see.parent_is_new = moved.parent is new


@case
def orphan_finds_a_new_parent(answer, see, rng):
    with without_gc():
        root, child = linked(answer, ["root", "child"], [0])
        del root
        other = answer.Node("other")
        other.add(child)
        see.children = places(list(other.children), [child])
        see.parent_is_other = child.parent is other


@case
def short_repr(answer, see, rng):
    shapes = {
        "chain": list(range(99)),
        "star": [0] * 99,
        "bush": [place // 3 for place in range(99)],
    }
    children, lengths = [], []
    for parents in shapes.values():
        nodes = linked(answer, range(100), parents)
        children.append(len(list(nodes[0].children)))
        lengths.append(max(len(repr(nodes[place])) for place in (0, 1, 50, 99)))
    see.children, see.lengths = children, lengths


def depth_of(node):
    """How many nodes lie below, following the first child."""
    depth = 0
    while True:
        children = list(node.children)
        if not children:
            return depth
        node, depth = children[0], depth + 1


@case
def very_deep_tree(answer, see, rng):
    with without_gc():
        census = lifetimes()
        node = answer.Node(census.watch(Value()))
        for number in range(DEPTH):
            child, node = node, answer.Node(number)
            node.add(child)
        del child
        see.depth = depth_of(node)
        see.alive_before = census.alive
        del node
        see.alive_after = census.alive

        root = node = answer.Node(0)
        for number in range(1, DEPTH_DOWNWARD):
            child = answer.Node(number)
            node.add(child)
            node = child
        node.add(answer.Node(census.watch(Value())))
        del node, child
        see.depth_downward = depth_of(root)
        del root
        see.alive_at_last = census.alive
