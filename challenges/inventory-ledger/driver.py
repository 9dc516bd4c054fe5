"""Calls the ledger and records the parts of what it gives, since its own classes cannot be compared."""

from __future__ import annotations

import decimal
from decimal import Decimal

from inputs import SKUS, goods, halves, price
from viva.driver import attempt, case, growth, raised, steps


def stocked(answer, rng, count=2):
    """A ledger with some goods on hand."""
    found = goods(rng, count)
    ledger = answer.inventory.Ledger()
    for sku, cost, quantity in found:
        ledger.add_item(sku, cost)
        ledger.receive(sku, quantity)
    return ledger, found


def state(ledger, found):
    """What a ledger says of its goods."""
    return [(ledger.on_hand(sku), ledger.price(sku)) for sku, *_ in found]


def trail(ledger):
    """The trail as plain values."""
    return [(one.number, one.action, one.sku, one.quantity, one.amount, one.undoes) for one in ledger.audit()]


def named(answer, error):
    """The names under which `inventory` has the class of an error or a base of it."""
    names = ("OutOfStock", "UnknownItem", "NothingToUndo")
    bases = type.__dict__["__mro__"].__get__(type(error))
    return [name for name in names if any(getattr(answer.inventory, name) is base for base in bases)]


def refusals(calls):
    """The exceptions of several calls."""
    return [raised(*call) for call in calls]


@case
def ships(answer, see, rng):
    ledger, found = stocked(answer, rng)
    sku, _, quantity = found[0]
    number = rng.randrange(1, quantity)
    see.total = ledger.ship(sku, number)
    see.left = [ledger.on_hand(sku), ledger.on_hand(found[1][0])]
    see.rest = ledger.ship(sku, quantity - number)
    see.empty = ledger.on_hand(sku)


@case
def values_stock(answer, see, rng):
    see.empty = answer.inventory.Ledger().value()
    ledger, found = stocked(answer, rng, 4)
    ledger.ship(found[0][0], 2)
    see.value = ledger.value()


@case
def exact_money(answer, see, rng):
    ledger = answer.inventory.Ledger()
    for sku, cost in zip(SKUS, ["0.10", 7, Decimal("19.99"), "3", Decimal("2.500")]):
        ledger.add_item(sku, cost)
        ledger.receive(sku, 1000)
    see.totals = [ledger.ship(sku, 3) for sku in SKUS[:5]]
    see.prices = [ledger.price(sku) for sku in SKUS[:5]]


@case
def out_of_stock(answer, see, rng):
    ledger, found = stocked(answer, rng, 1)
    sku, _, quantity = found[0]
    see.is_value_error = issubclass(answer.inventory.OutOfStock, ValueError)
    see.error = named(answer, raised(ledger.ship, sku, quantity + rng.randrange(1, 5)))
    see.left = ledger.on_hand(sku)
    ledger.ship(sku, quantity)
    see.none_left = named(answer, raised(ledger.ship, sku, 1))
    see.empty = ledger.on_hand(sku)


@case
def undoes_moves(answer, see, rng):
    ledger, found = stocked(answer, rng, 1)
    sku, _, quantity = found[0]
    ledger.ship(sku, 3)
    see.one = ledger.undo()
    see.after_ship = ledger.on_hand(sku)

    ledger, found = stocked(answer, rng, 2)
    see.two = ledger.undo()
    see.after_receive = [ledger.on_hand(sku) for sku, *_ in found]


@case
def trail_listed(answer, see, rng):
    ledger, found = stocked(answer, rng)
    ledger.ship(found[1][0], 2)
    ledger.set_price(found[0][0], "5.25")
    see.trail = [(one.number, one.action, one.sku, one.quantity, one.amount) for one in ledger.audit()]


@case
def two_ledgers(answer, see, rng):
    one, other = answer.inventory.Ledger(), answer.inventory.Ledger()
    one.add_item("tea", "1.00")
    one.receive("tea", 5)
    see.error = raised(other.on_hand, "tea")
    other.add_item("tea", "2.00")
    see.stock = [one.on_hand("tea"), other.on_hand("tea")]
    see.lengths = [len(one.audit()), len(other.audit())]


@case
def no_floats(answer, see, rng):
    ledger, found = stocked(answer, rng, 1)
    see.errors = refusals([(ledger.add_item, "new", 2.5), (ledger.set_price, found[0][0], 3.0)])
    see.state = state(ledger, found)
    see.unknown = raised(ledger.price, "new")


WRONG_PRICES = [
    "-1",
    -1,
    Decimal("-0.01"),
    "1.234",
    Decimal("0.001"),
    "NaN",
    Decimal("Infinity"),
    "cheap",
    "",
    "1,50",
]


@case
def wrong_prices(answer, see, rng):
    ledger, found = stocked(answer, rng, 1)
    see.added = refusals([(ledger.add_item, "new", cost) for cost in WRONG_PRICES])
    see.set = refusals([(ledger.set_price, found[0][0], cost) for cost in WRONG_PRICES])
    see.state = state(ledger, found)
    ledger.add_item("free", 0)
    see.free = ledger.price("free")


@case
def wrong_quantities(answer, see, rng):
    ledger, found = stocked(answer, rng, 1)
    sku = found[0][0]
    see.values = refusals(
        [(move, sku, number) for move in (ledger.receive, ledger.ship) for number in (0, -3)]
    )
    see.types = refusals(
        [(move, sku, number) for move in (ledger.receive, ledger.ship) for number in (1.0, "2")]
    )
    see.state = state(ledger, found)


@case
def unknown_items(answer, see, rng):
    ledger, _ = stocked(answer, rng, 2)
    see.is_key_error = issubclass(answer.inventory.UnknownItem, KeyError)
    errors = refusals(
        [
            (ledger.receive, "pepper", 1),
            (ledger.ship, "pepper", 1),
            (ledger.set_price, "pepper", "1.00"),
            (ledger.on_hand, "pepper"),
            (ledger.price, "pepper"),
        ]
    )
    see.errors = errors
    see.names = [named(answer, error) for error in errors]


@case
def duplicate_item(answer, see, rng):
    ledger, found = stocked(answer, rng, 1)
    see.error = raised(ledger.add_item, found[0][0], "0.01")
    see.state = state(ledger, found)


@case
def undoes_items(answer, see, rng):
    ledger, found = stocked(answer, rng, 1)
    sku = found[0][0]
    for cost in ("1.11", "2.22"):
        ledger.set_price(sku, cost)
    see.numbers = [ledger.undo()]
    see.price = ledger.price(sku)
    see.numbers_2 = [ledger.undo()]
    see.first_price = ledger.price(sku)
    ledger.add_item("new", "1.00")
    ledger.undo()
    see.unknown = raised(ledger.on_hand, "new")
    ledger.add_item("new", "4.00")
    see.again = [ledger.price("new"), ledger.on_hand("new")]


@case
def undo_to_start(answer, see, rng):
    see.is_lookup_error = issubclass(answer.inventory.NothingToUndo, LookupError)
    ledger, found = stocked(answer, rng, 2)
    ledger.ship(found[0][0], 1)
    ledger.set_price(found[1][0], "9.99")
    see.numbers = [ledger.undo() for _ in range(6)]
    see.error = named(answer, raised(ledger.undo))
    see.unknown = [raised(ledger.on_hand, sku) for sku, *_ in found]
    see.value = ledger.value()
    see.empty = named(answer, raised(answer.inventory.Ledger().undo))


@case
def undo_then_change(answer, see, rng):
    ledger, found = stocked(answer, rng, 1)
    sku, _, quantity = found[0]
    ledger.ship(sku, 1)
    ledger.ship(sku, 2)
    see.first = ledger.undo()
    ledger.receive(sku, 10)
    see.rest = [ledger.undo(), ledger.undo(), ledger.undo()]
    see.left = ledger.on_hand(sku)


@case
def undo_in_trail(answer, see, rng):
    ledger, found = stocked(answer, rng, 1)
    ledger.ship(found[0][0], 2)
    ledger.undo()
    see.trail = trail(ledger)


@case
def refused_leaves_nothing(answer, see, rng):
    ledger, found = stocked(answer, rng, 1)
    sku, _, quantity = found[0]
    before = len(ledger.audit())
    for call in (
        (ledger.ship, sku, quantity + 1),
        (ledger.receive, sku, -1),
        (ledger.receive, "pepper", 1),
        (ledger.set_price, sku, "-1"),
        (ledger.add_item, sku, "1.00"),
        (ledger.ship, sku, 1, 101),
    ):
        raised(*call)
    ledger.on_hand(sku), ledger.price(sku), ledger.value()
    see.more = len(ledger.audit()) - before
    see.undone = ledger.undo()
    see.left = ledger.on_hand(sku)
    ledger.undo()
    see.error = named(answer, raised(ledger.undo))
    see.length = len(ledger.audit())


@case
def discount_half_up(answer, see, rng):
    ledger, totals = answer.inventory.Ledger(), []
    for number, (cost, quantity, discount) in enumerate(halves(rng)):
        ledger.add_item(f"item{number}", cost)
        ledger.receive(f"item{number}", 10)
        totals.append(ledger.ship(f"item{number}", quantity, discount=discount))
    see.totals = totals
    ledger.add_item("fine", "9.99")
    ledger.receive("fine", 100)
    see.others = [ledger.ship("fine", 3, cut) for cut in (0, 100, Decimal("12.5"), 33)]


@case
def wrong_discounts(answer, see, rng):
    ledger, found = stocked(answer, rng, 1)
    sku = found[0][0]
    see.values = refusals(
        [(ledger.ship, sku, 1, cut) for cut in (-1, 101, Decimal("100.01"), Decimal("NaN"))]
    )
    see.types = refusals([(ledger.ship, sku, 1, cut) for cut in (1.5, "10", None)])
    see.state = state(ledger, found)


@case
def trail_is_a_copy(answer, see, rng):
    ledger, found = stocked(answer, rng, 1)
    ledger.ship(found[0][0], 1)
    handed = ledger.audit()
    see.is_list = type(handed) is list
    handed.clear()
    see.length = len(ledger.audit())
    see.undone = ledger.undo()


@case
def entries_frozen(answer, see, rng):
    ledger, _ = stocked(answer, rng, 1)
    entry = ledger.audit()[1]
    see.errors = [
        isinstance(raised(setattr, entry, name, value), (AttributeError, TypeError))
        for name, value in (
            ("quantity", 1),
            ("number", 9),
            ("action", "ship"),
            ("sku", "x"),
            ("amount", None),
        )
    ]
    see.quantity = ledger.audit()[1].quantity


class Stop(Exception):
    """What ends a batch."""


@case
def failed_batch(answer, see, rng):
    ledger, found = stocked(answer, rng)
    before = trail(ledger)

    def failing(error):
        with ledger.batch():
            ledger.ship(found[0][0], 1)
            ledger.set_price(found[1][0], "7.77")
            ledger.add_item("new", "1.00")
            ledger.receive("new", 3)
            if error is not None:
                raise error
            ledger.ship("new", 4)

    stop = Stop("now")
    see.same = attempt(failing, stop).error is stop
    see.state = state(ledger, found)
    see.out_of_stock = named(answer, raised(failing, None))
    see.interrupt = raised(failing, KeyboardInterrupt())
    see.states = [state(ledger, found), raised(ledger.on_hand, "new"), trail(ledger) == before]
    ledger.receive(found[0][0], 1)
    ledger.receive(found[0][0], 1)
    see.undone = [ledger.undo() for _ in range(3)]


@case
def batch_undone(answer, see, rng):
    ledger, found = stocked(answer, rng)
    with ledger.batch():
        ledger.ship(found[0][0], 1)
        ledger.set_price(found[1][0], "7.77")
        ledger.receive(found[0][0], 5)
    see.inside = state(ledger, found)
    ledger.receive(found[1][0], 1)
    see.numbers = [ledger.undo(), ledger.undo()]
    see.state = state(ledger, found)
    see.undoes = [one.undoes for one in ledger.audit()][-4:]
    see.more = ledger.undo()

    fresh = answer.inventory.Ledger()
    with fresh.batch():
        fresh.add_item("tea", "1.00")
        fresh.receive("tea", 5)
    see.first = fresh.undo()
    see.nothing_left = named(answer, raised(fresh.undo))


@case
def any_context(answer, see, rng):
    ledger = answer.inventory.Ledger()
    with decimal.localcontext() as context:
        context.prec, context.rounding = 3, decimal.ROUND_DOWN
        context.traps[decimal.Inexact] = True
        context.traps[decimal.InvalidOperation] = False
        context.clear_flags()
        see.errors = [raised(ledger.add_item, "car", "12345.67"), raised(ledger.receive, "car", 1001)]
        see.cheap = raised(ledger.add_item, "bike", "cheap")
        see.total = attempt(ledger.ship, "car", 999).value
        see.cut = attempt(ledger.ship, "car", 1, 50).value
        see.value = attempt(ledger.value).value
        # More digits than any context has that nobody changed.
        see.many = [raised(ledger.receive, "car", 10**30), attempt(ledger.value).value]
        now = decimal.getcontext()
        see.context = [now.prec, now.rounding, now.traps[decimal.Inexact], now is context]
    see.price = ledger.price("car")


@case
def replays(answer, see, rng):
    # Of the last one nothing but the receipt is known.
    ledger, found = stocked(answer, rng, 4)
    ledger.ship(found[0][0], 3, discount=rng.randrange(1, 99))
    with ledger.batch():
        ledger.set_price(found[0][0], price(rng))
        ledger.receive(found[1][0], 4)
    ledger.ship(found[1][0], 2)
    ledger.ship(found[2][0], 2)
    ledger.undo()
    ledger.add_item("new", price(rng))
    again = answer.inventory.Ledger.replay(ledger.audit())
    see.other = again is not ledger
    every = [*found, ("new", "", 0)]
    see.states = state(ledger, every) == state(again, every)
    see.stock = [again.on_hand(sku) for sku, *_ in every]
    see.trails = trail(ledger) == trail(again)
    see.values = [ledger.value(), again.value()]
    see.undone = [[one.undo() for _ in range(3)] for one in (ledger, again)]
    see.after = [state(one, found) for one in (ledger, again)]
    again.receive(found[0][0], 1000)
    see.apart = ledger.on_hand(found[0][0])


@case
def undo_is_linear(answer, see, rng):
    def cost(size):
        ledger = answer.inventory.Ledger()
        ledger.add_item("tea", "1.00")
        for _ in range(size):
            ledger.receive("tea", 1)

        def undo_all():
            for _ in range(size):
                ledger.undo()

        ran = steps(undo_all)
        counts.append(ledger.on_hand("tea"))
        return ran.count

    counts = []
    see.costs = growth(cost, [200, 2000])
    see.left = counts


@case
def bools_refused(answer, see, rng):
    ledger, found = stocked(answer, rng, 1)
    sku = found[0][0]
    see.errors = refusals(
        [
            (ledger.add_item, "new", True),
            (ledger.set_price, sku, False),
            (ledger.receive, sku, True),
            (ledger.ship, sku, True),
            (ledger.ship, sku, 1, True),
        ]
    )
    see.state = state(ledger, found)
