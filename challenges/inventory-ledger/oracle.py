"""What a ledger would say."""

from __future__ import annotations

from decimal import Context, Decimal

from inputs import goods, halves, price
from viva.oracle import case

WIDE = Context(prec=100)


def same_amounts(expect, seen, wanted, label):
    """Decimals are compared by value, since the number of their zeros is free."""
    amounts = seen if isinstance(seen, (list, tuple)) else [seen]
    plain = [one.normalize(WIDE) if type(one) is Decimal and one.is_finite() else one for one in amounts]
    expect(plain, label).equals([Decimal(one).normalize(WIDE) for one in wanted])


def same_state(expect, seen, found, label="what is on hand, and prices"):
    pairs = [tuple(one) if isinstance(one, (list, tuple)) else (None, None) for one in seen or []]
    expect([pair[0] for pair in pairs], f"{label}: on hand").equals([quantity for *_, quantity in found])
    same_amounts(expect, [pair[-1] for pair in pairs], [cost for _, cost, _ in found], f"{label}: prices")


def all_raise(expect, errors, kind, count, containing=None):
    expect(len(errors), "how many were tried").equals(count)
    for error in errors:
        expect(error, "error").raises(kind, containing)


@case
def ships(seen, expect, rng):
    found = goods(rng, 2)
    _, cost, quantity = found[0]
    number = rng.randrange(1, quantity)
    same_amounts(expect, seen.total, [number * Decimal(cost)], "total")
    expect(seen.left, "on hand").equals([quantity - number, found[1][2]])
    same_amounts(expect, seen.rest, [(quantity - number) * Decimal(cost)], "total of the rest")
    expect(seen.empty, "on hand at last").equals(0)


@case
def values_stock(seen, expect, rng):
    found = goods(rng, 4)
    total = sum(Decimal(cost) * quantity for _, cost, quantity in found) - 2 * Decimal(found[0][1])
    same_amounts(expect, seen.value, [total], "value")
    expect(seen.empty == 0, "an empty ledger is worth nothing").is_true()


@case
def exact_money(seen, expect, rng):
    prices = ["0.10", "7", "19.99", "3", "2.5"]
    same_amounts(expect, seen.totals, [3 * Decimal(one) for one in prices], "totals of three")
    same_amounts(expect, seen.prices, prices, "prices")


@case
def out_of_stock(seen, expect, rng):
    (_, _, quantity), *_ = goods(rng, 1)
    expect(seen.error, "error").equals(["OutOfStock"])
    expect(seen.is_value_error, "OutOfStock is a ValueError").is_true()
    expect(seen.left, "on hand").equals(quantity)
    expect(seen.none_left, "error with none left").equals(["OutOfStock"])
    expect(seen.empty, "on hand at last").equals(0)


@case
def undoes_moves(seen, expect, rng):
    (_, _, quantity), *_ = goods(rng, 1)
    expect(seen.one, "undo of a shipment").equals(3)
    expect(seen.after_ship, "on hand").equals(quantity)
    second = goods(rng, 2)
    expect(seen.two, "undo of a receipt").equals(4)
    expect(seen.after_receive, "on hand").equals([second[0][2], 0])


@case
def trail_listed(seen, expect, rng):
    found = goods(rng, 2)
    wanted = []
    for sku, cost, quantity in found:
        wanted += [("add_item", sku, None, Decimal(cost)), ("receive", sku, quantity, None)]
    wanted += [("ship", found[1][0], 2, 2 * Decimal(found[1][1]))]
    wanted += [("set_price", found[0][0], None, Decimal("5.25"))]
    rows = [tuple(row) for row in seen.trail]
    expect([row[0] for row in rows], "numbers").equals([1, 2, 3, 4, 5, 6])
    expect([row[1:4] for row in rows], "entries").equals([row[:3] for row in wanted])
    for row, (action, _, _, amount) in zip(rows, wanted):
        if amount is None:
            expect(row[4], f"amount of {action}").is_none()
        else:
            same_amounts(expect, row[4], [amount], f"amount of {action}")


@case
def two_ledgers(seen, expect, rng):
    expect(seen.error, "error").raises("KeyError")
    expect(seen.stock, "on hand").equals([5, 0])
    expect(seen.lengths, "entries").equals([2, 1])


@case
def no_floats(seen, expect, rng):
    all_raise(expect, seen.errors, "TypeError", 2)
    same_state(expect, seen.state, goods(rng, 1))
    expect(seen.unknown, "the new item").raises("KeyError")


@case
def wrong_prices(seen, expect, rng):
    all_raise(expect, seen.added, "ValueError", 10)
    all_raise(expect, seen.set, "ValueError", 10)
    same_state(expect, seen.state, goods(rng, 1))
    same_amounts(expect, seen.free, [0], "a price of zero")


@case
def wrong_quantities(seen, expect, rng):
    all_raise(expect, seen.values, "ValueError", 4)
    all_raise(expect, seen.types, "TypeError", 4)
    same_state(expect, seen.state, goods(rng, 1))


@case
def unknown_items(seen, expect, rng):
    expect(seen.is_key_error, "UnknownItem is a KeyError").is_true()
    all_raise(expect, seen.errors, "KeyError", 5, containing="pepper")
    expect(seen.names, "classes").equals([["UnknownItem"]] * 5)


@case
def duplicate_item(seen, expect, rng):
    expect(seen.error, "error").raises("ValueError")
    same_state(expect, seen.state, goods(rng, 1))


@case
def undoes_items(seen, expect, rng):
    found = goods(rng, 1)
    expect(seen.numbers + seen.numbers_2, "undone").equals([4, 3])
    same_amounts(expect, seen.price, ["1.11"], "price before the last")
    same_amounts(expect, seen.first_price, [found[0][1]], "first price")
    expect(seen.unknown, "the item that was taken back").raises("KeyError")
    same_amounts(expect, seen.again[0], ["4.00"], "the item added again")
    expect(seen.again[1], "its stock").equals(0)


@case
def undo_to_start(seen, expect, rng):
    expect(seen.numbers, "undone").equals([6, 5, 4, 3, 2, 1])
    expect(seen.error, "then").equals(["NothingToUndo"])
    all_raise(expect, seen.unknown, "KeyError", 2)
    expect(seen.value == 0, "worth nothing again").is_true()
    expect(seen.empty, "undo of an empty ledger").equals(["NothingToUndo"])
    expect(seen.is_lookup_error, "NothingToUndo is a LookupError").is_true()


@case
def undo_then_change(seen, expect, rng):
    expect(seen.first, "undone first").equals(4)
    expect(seen.rest, "undone then").equals([6, 3, 2])
    expect(seen.left, "on hand").equals(0)


@case
def undo_in_trail(seen, expect, rng):
    (sku, _, _), *_ = goods(rng, 1)
    rows = [tuple(row) for row in seen.trail]
    expect([row[:2] for row in rows], "numbers and actions").equals(
        [(1, "add_item"), (2, "receive"), (3, "ship"), (4, "undo")]
    )
    expect([row[5] for row in rows], "undoes").equals([None, None, None, 3])
    expect([row[2:5] for row in rows[3:]], "the undo entries").equals([(sku, None, None)])


@case
def refused_leaves_nothing(seen, expect, rng):
    expect(seen.more, "entries of what was refused").equals(0)
    expect(seen.undone, "undone").equals(2)
    expect(seen.left, "on hand").equals(0)
    expect(seen.error, "after all was undone").equals(["NothingToUndo"])
    expect(seen.length, "entries").equals(4)


def half_up(amount):
    cents = amount * 100
    whole = int(cents)
    return Decimal(whole + (cents - whole >= Decimal("0.5"))) / 100


@case
def discount_half_up(seen, expect, rng):
    wanted = [half_up(Decimal(cost) * number * (100 - cut) / 100) for cost, number, cut in halves(rng)]
    same_amounts(expect, seen.totals, wanted, "totals")
    cuts = [Decimal(0), Decimal(100), Decimal("12.5"), Decimal(33)]
    others = [half_up(Decimal("29.97") * (100 - cut) / 100) for cut in cuts]
    same_amounts(expect, seen.others, others, "other totals")


@case
def wrong_discounts(seen, expect, rng):
    all_raise(expect, seen.values, "ValueError", 4)
    all_raise(expect, seen.types, "TypeError", 3)
    same_state(expect, seen.state, goods(rng, 1))


@case
def trail_is_a_copy(seen, expect, rng):
    expect(seen.is_list, "a list").is_true()
    expect(seen.length, "entries").equals(3)
    expect(seen.undone, "undone").equals(3)


@case
def entries_frozen(seen, expect, rng):
    (_, _, quantity), *_ = goods(rng, 1)
    expect(seen.errors, "refused with AttributeError or TypeError").equals([True] * 5)
    expect(seen.quantity, "quantity").equals(quantity)


@case
def failed_batch(seen, expect, rng):
    found = goods(rng, 2)
    expect(seen.same, "the error itself").is_true()
    same_state(expect, seen.state, found)
    expect(seen.out_of_stock, "an error of the ledger's own").equals(["OutOfStock"])
    expect(seen.interrupt, "an interrupt").raises("KeyboardInterrupt")
    same_state(expect, seen.states[0], found, "after three batches")
    expect(seen.states[1], "the new item").raises("KeyError")
    expect(seen.states[2], "the trail is as before").is_true()
    expect(seen.undone, "undone").equals([6, 5, 4])


@case
def batch_undone(seen, expect, rng):
    found = goods(rng, 2)
    inside = [(found[0][0], found[0][1], found[0][2] + 4), (found[1][0], "7.77", found[1][2])]
    same_state(expect, seen.inside, inside, "after the batch")
    expect(seen.numbers, "undone").equals([8, 5])
    same_state(expect, seen.state, found, "after undo")
    expect(seen.undoes, "undo entries").equals([8, 7, 6, 5])
    expect(seen.more, "undone then").equals(4)
    expect(seen.first, "a batch that came first").equals(1)
    expect(seen.nothing_left, "after it").equals(["NothingToUndo"])


@case
def any_context(seen, expect, rng):
    all_raise_nothing = [None, None]
    expect(seen.errors, "errors").equals(all_raise_nothing)
    same_amounts(expect, seen.total, [Decimal("12333324.33")], "total")
    expect(seen.cheap, "a text that is no number").raises("ValueError")
    same_amounts(expect, seen.cut, [Decimal("6172.84")], "total at half price")
    same_amounts(expect, seen.value, [Decimal("12345.67")], "value")
    expect(seen.many[0], "error of a large quantity").equals(None)
    same_amounts(expect, seen.many[1:], [Decimal(f"1234567{'0' * 23}12345.67")], "value of a large stock")
    expect(seen.context, "the caller's context").equals([3, "ROUND_DOWN", True, True])
    same_amounts(expect, seen.price, [Decimal("12345.67")], "price")


@case
def replays(seen, expect, rng):
    found = goods(rng, 4)
    rng.randrange(1, 99)
    price(rng), price(rng)
    expect(seen.other, "another ledger").is_true()
    stock = [quantity for *_, quantity in found]
    wanted = [stock[0] - 3, stock[1] + 2, stock[2], stock[3], 0]
    expect(seen.stock, "on hand").equals(wanted)
    expect(seen.states, "the same stock and prices").is_true()
    expect(seen.trails, "the same trail").is_true()
    expect(seen.values[0] == seen.values[1], "the same value").is_true()
    expect(seen.undone, "undone").equals([[15, 12, 10]] * 2)
    after = [(found[0][0], found[0][1], stock[0] - 3), *found[1:]]
    for state in seen.after:
        same_state(expect, state, after, "after undo")
    expect(seen.apart, "the first one is untouched").equals(stock[0] - 3)


@case
def undo_is_linear(seen, expect, rng):
    expect(seen.left, "on hand").equals([0, 0])
    first, second = seen.costs
    expect(second, "lines run for ten times as many").at_most(15 * first)


@case
def bools_refused(seen, expect, rng):
    all_raise(expect, seen.errors, "TypeError", 5)
    same_state(expect, seen.state, goods(rng, 1))
