"""Values as bytes: every kind comes back the same, and nothing of an answer's own passes for one of them."""

from __future__ import annotations

import datetime
import math
import unittest
from collections import Counter, OrderedDict, defaultdict, deque
from decimal import Decimal, localcontext
from fractions import Fraction

from support import decode, encode
from viva import _codec
from viva.seen import Marked, Missing, Opaque, SeenException, SeenType

UTC = datetime.timezone.utc
KNOWN = [
    *(None, True, False, 0, 1, -1, 127, 128, -128, -129, 2**64, -(2**64), 10**500),
    *(0.0, -0.0, 1.5, math.inf, 1j, "", "tea", "\ud800 alone", b"", b"\x00\xff"),
    *([], [1, [2, []]], (), (1, "a"), {1, 2}, frozenset({"a"}), {}, {"b": 1, "a": 2}),
    *(Counter("aab"), OrderedDict(b=1, a=2), defaultdict(list, {1: [2]}), defaultdict(None)),
    *(deque([1, 2]), deque([1], 3), range(3), range(10, 0, -2)),
    *(Decimal("1.10"), Decimal("-1E+50"), Decimal("NaN"), Decimal("-Infinity"), Fraction(-1, 3)),
    *(datetime.date(2024, 2, 29), datetime.timedelta(-1, 3, 5)),
    *(datetime.datetime(1, 1, 1), datetime.datetime(9999, 12, 31, 23, 59, 59, 999999, UTC, fold=1)),
]


class Yes(int):
    """An int of an answer's, equal to everything."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = int.__hash__


class RoundTrip(unittest.TestCase):
    def test_known_values_come_back_with_their_types(self) -> None:
        for value in KNOWN:
            with self.subTest(value=value):
                back = decode(encode(value))
                self.assertIs(type(back), type(value))
                self.assertEqual(repr(back), repr(value))

    def test_nan_keeps_its_bits(self) -> None:
        self.assertTrue(math.isnan(decode(encode(math.nan))))

    def test_what_comes_back_is_encoded_alike(self) -> None:
        values = [*KNOWN, ValueError("x"), int, object(), len, Yes(3)]
        for data in map(encode, values):
            self.assertEqual(encode(decode(data), seen=True), data)

    def test_order_of_links_of_an_ordered_dict(self) -> None:
        value = OrderedDict(a=1, b=2)
        value.move_to_end("a")
        self.assertEqual(list(decode(encode(value))), ["b", "a"])


class ByExactType(unittest.TestCase):
    def test_subclasses_are_opaque(self) -> None:
        subclasses = [
            type(base.__name__, (base,), {}) for base in (int, str, list, dict, tuple, Counter, Decimal)
        ]
        for cls in subclasses:
            with self.subTest(cls=cls):
                self.assertIsInstance(decode(encode(cls())), Opaque)

    def test_a_spoofed_class_is_opaque(self) -> None:
        class Liar:
            __class__ = list

        self.assertEqual(decode(encode(Liar())).type_name, f"{__name__}.Liar")

    def test_no_code_of_a_key_is_called(self) -> None:
        calls = []

        class Key:
            def __hash__(self) -> int:
                calls.append("hash")
                return 1

            def __eq__(self, other: object) -> bool:
                calls.append("eq")
                return True

        values = [{Key(): 1}, {Key()}, OrderedDict([(Key(), 1)]), Counter([Key()])]
        calls.clear()
        for value in values:
            encode(value)
        self.assertEqual(calls, [])

    def test_an_exception_has_its_lineage_and_text(self) -> None:
        class Spoof(KeyError):
            __module__ = "builtins"

        seen = decode(encode(Spoof("gone")))
        self.assertEqual(
            seen.types, ("builtins.Spoof", "KeyError", "LookupError", "Exception", "BaseException")
        )
        self.assertEqual(seen.text, "'gone'")

    def test_a_text_that_raises_is_empty(self) -> None:
        class Mute(Exception):
            def __str__(self) -> str:
                raise SystemExit

        self.assertEqual(decode(encode(Mute())).text, "")

    def test_classes_go_by_name(self) -> None:
        self.assertEqual(decode(encode(int)).name, "int")
        self.assertEqual(decode(encode(Yes)).name, f"{__name__}.Yes")

    def test_a_time_in_an_odd_zone_is_opaque(self) -> None:
        class Zone(datetime.tzinfo):
            pass

        self.assertIsInstance(decode(encode(datetime.datetime(2024, 1, 1, tzinfo=Zone()))), Opaque)

    def test_a_decimal_is_the_same_in_any_context(self) -> None:
        plain = encode(Decimal("1E+50"))
        with localcontext() as context:
            context.capitals = 0
            self.assertEqual(encode(Decimal("1E+50")), plain)

    def test_a_fraction_that_was_tampered_with_is_opaque(self) -> None:
        half = Fraction(1, 2)
        half._denominator = 0
        self.assertIsInstance(decode(encode(half)), Opaque)


class Bounds(unittest.TestCase):
    def assert_marked(self, value: object, mark: int) -> None:
        self.assertIsInstance(value, Marked)
        self.assertEqual(value.mark, mark)

    def test_a_cycle_is_marked_and_a_shared_part_is_not(self) -> None:
        cyclic: list = [1]
        cyclic.append(cyclic)
        self.assert_marked(decode(encode(cyclic))[1], Marked.CYCLE)
        part = [1]
        self.assertEqual(decode(encode([part, part])), [[1], [1]])

    def test_depth(self) -> None:
        def nested(levels: int) -> list:
            value: list = []
            for _ in range(levels - 1):
                value = [value]
            return value

        fits = nested(_codec.DEPTH_MAX)
        self.assertEqual(decode(encode(fits)), fits)
        inner = decode(encode(nested(_codec.DEPTH_MAX + 1)))
        for _ in range(_codec.DEPTH_MAX):
            (inner,) = inner
        self.assert_marked(inner, Marked.TOO_DEEP)

    def test_digits(self) -> None:
        largest = 2 ** (8 * _codec.INT_BYTES_MAX - 1) - 1
        self.assertEqual(decode(encode(largest)), largest)
        self.assert_marked(decode(encode(largest + 1)), Marked.TOO_MANY_DIGITS)
        self.assert_marked(decode(encode(Fraction(1, largest + 1))), Marked.TOO_MANY_DIGITS)

    def test_length(self) -> None:
        self.assert_marked(decode(encode("x" * (_codec.TEXT_BYTES_MAX + 1))), Marked.TOO_LONG)
        self.assert_marked(decode(encode("é" * (_codec.TEXT_BYTES_MAX // 2 + 1))), Marked.TOO_LONG)
        self.assert_marked(decode(encode([0] * _codec.VALUES_MAX)), Marked.TOO_LONG)

    def test_one_text_many_times(self) -> None:
        text = "x" * _codec.TEXT_BYTES_MAX
        back = decode(encode([text] * 17))
        self.assertEqual(back[:16], [text] * 16)
        self.assert_marked(back[16], Marked.TOO_LONG)


class Hostile(unittest.TestCase):
    def test_malformed_bytes_are_a_value_error(self) -> None:
        for data in (b"", b"?", b"i\x01", b"s\xff\xff\xff\xff", b"NN", b"l\x02\x00\x00\x00N", b"rNNN"):
            with self.subTest(data=data), self.assertRaises(ValueError):
                decode(data)

    def test_a_key_that_cannot_be_one_becomes_opaque(self) -> None:
        empty_list = b"l" + bytes(4)
        (member,) = decode(b"S\x01\x00\x00\x00" + empty_list)
        self.assertIsInstance(member, Opaque)


class SeenValues(unittest.TestCase):
    def test_they_equal_nothing_and_can_be_keys(self) -> None:
        for value in (Opaque("x"), Marked(0), Missing("x"), SeenException(("E",), ""), SeenType("int")):
            self.assertFalse(value == value)
            self.assertTrue(value != value)
            self.assertEqual(len({value: 1}), 1)

    def test_only_an_oracle_hands_them_on(self) -> None:
        forged = SeenException(("ValueError", "Exception", "BaseException"), "forged")
        self.assertIsInstance(decode(encode(forged)), Opaque)
        self.assertEqual(decode(encode(forged, seen=True)).text, "forged")


if __name__ == "__main__":
    unittest.main()
