"""Calls append_to with and without a target and records which list came back."""

from inputs import some_items
from viva.driver import case


@case
def one_item(answer, see, rng):
    (item,) = some_items(rng, 1)
    see.result = answer.append_to(item)


@case
def fresh_each_call(answer, see, rng):
    one, two, three = some_items(rng, 3)
    first = answer.append_to(one)
    see.first = first
    second = answer.append_to(two)
    see.second = second
    third = answer.append_to(three)
    see.third = third
    see.first_afterwards = first
    see.any_shared = first is second or second is third or first is third


@case
def given_list(answer, see, rng):
    item, *mine = some_items(rng, 4)
    result = answer.append_to(item, mine)
    see.result, see.mine, see.same = result, mine, result is mine


@case
def empty_list_used(answer, see, rng):
    one, two = some_items(rng, 2)
    mine = []
    result = answer.append_to(one, mine)
    see.result, see.mine, see.same = result, mine, result is mine
    named = []
    result = answer.append_to(two, target=named)
    see.named_result, see.named, see.named_same = result, named, result is named


@case
def none_item(answer, see, rng):
    mine = some_items(rng, 2)
    see.alone = answer.append_to(None)
    result = answer.append_to(None, mine)
    see.result, see.mine = result, mine


@case
def none_target(answer, see, rng):
    one, two, three = some_items(rng, 3)
    first = answer.append_to(one, target=None)
    second = answer.append_to(two, target=None)
    see.by_name, see.by_name_again = first, second
    see.by_position = answer.append_to(three, None)
