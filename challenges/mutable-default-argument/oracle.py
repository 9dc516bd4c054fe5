"""What append_to should have returned, and which list should have grown."""

from inputs import some_items
from viva.oracle import case


@case
def one_item(seen, expect, rng):
    expect(seen.result, "result").equals(some_items(rng, 1))


@case
def fresh_each_call(seen, expect, rng):
    one, two, three = some_items(rng, 3)
    expect(seen.first, "first call").equals([one])
    expect(seen.second, "second call").equals([two])
    expect(seen.third, "third call").equals([three])
    expect(seen.first_afterwards, "first list after the later calls").equals([one])
    expect(seen.any_shared, "two calls returned one list").is_false()


@case
def given_list(seen, expect, rng):
    item, *mine = some_items(rng, 4)
    expect(seen.result, "result").equals([*mine, item])
    expect(seen.mine, "the caller's list").equals([*mine, item])
    expect(seen.same, "the result is the caller's list").is_true()


@case
def empty_list_used(seen, expect, rng):
    one, two = some_items(rng, 2)
    expect(seen.result, "result").equals([one])
    expect(seen.mine, "the caller's list").equals([one])
    expect(seen.same, "the result is the caller's list").is_true()
    expect(seen.named_result, "result, target given by name").equals([two])
    expect(seen.named, "the caller's list, given by name").equals([two])
    expect(seen.named_same, "the result is the list given by name").is_true()


@case
def none_item(seen, expect, rng):
    mine = some_items(rng, 2)
    expect(seen.alone, "without a target").equals([None])
    expect(seen.result, "with a target").equals([*mine, None])
    expect(seen.mine, "the caller's list").equals([*mine, None])


@case
def none_target(seen, expect, rng):
    one, two, three = some_items(rng, 3)
    expect(seen.by_name, "target=None").equals([one])
    expect(seen.by_name_again, "target=None again").equals([two])
    expect(seen.by_position, "None as second argument").equals([three])
