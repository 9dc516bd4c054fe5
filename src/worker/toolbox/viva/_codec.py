"""Values as bytes and back, by exact type: the Python half of `src/wire/codec.rs`, which has the table.

Encoding calls no code of an answer but one: `str()` of an exception, whose failure leaves the text empty.
A subclass of a known type is opaque. Must not know what the bytes are for.
"""

from __future__ import annotations

import struct
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from types import BuiltinFunctionType, FunctionType
from typing import Any

from viva._kept import BUILTINS
from viva.seen import Marked, Missing, Opaque, SeenException, SeenType

__builtins__ = BUILTINS

# The bounds of `src/model/value.rs`.
DEPTH_MAX = 64
# Records come within a dict, and the host lets frames nest a little deeper than values.
_DEPTH_TAKEN_MAX = DEPTH_MAX + 8
INT_BYTES_MAX = 64 * 1024
TEXT_BYTES_MAX = 4 * 1024 * 1024
VALUES_MAX = 1_000_000
# Texts within one value, together: one text may stand in a list many times.
PAYLOAD_BYTES_MAX = 64 * 1024 * 1024
# Names of an exception's types.
TYPES_MAX = 64

_u32 = struct.Struct("<I").pack
_f64 = struct.Struct("<d").pack
_complex = struct.Struct("<dd").pack
_date = struct.Struct("<HBB").pack
_datetime = struct.Struct("<HBBBBBIB").pack
_timedelta = struct.Struct("<iII").pack

_PLAIN_KEYS = frozenset({bool, bytes, complex, float, int, str, type(None)})
_MICROSECOND = timedelta(microseconds=1)

# Slots of types and of classes written in Python, taken while they are whole.
_mro_of = type.__dict__["__mro__"].__get__
_name_of = type.__dict__["__name__"].__get__
_dict_of = type.__dict__["__dict__"].__get__
_numerator_of = Fraction.__dict__["_numerator"].__get__
_denominator_of = Fraction.__dict__["_denominator"].__get__


def encode(value: object, *, seen: bool = False) -> bytes:
    """The bytes of one value; with `seen` also those of `viva.seen`, that an oracle hands on."""
    encoder = _Encoder(seen)
    encoder.put(value, 0)
    return bytes(encoder.out)


def decode(data: bytes) -> Any:
    """The value of these bytes; `ValueError` when they are no value, or more than one."""
    decoder = _Decoder(data)
    value = decoder.take(0)
    if decoder.at != len(data):
        raise ValueError(f"{len(data) - decoder.at} bytes after the value")
    return value


def type_name(cls: type) -> str:
    """The name of a class: bare for a built-in one, else with its module."""
    name = _name_of(cls)
    if BUILTINS.get(name) is cls:
        return name
    module = _dict_of(cls).get("__module__")
    # Never bare: that would be the name of a built-in class.
    return f"{module if type(module) is str else '?'}.{name}"


def is_subtype(cls: type, base: type) -> bool:
    """`issubclass` that asks no metaclass."""
    return any(each is base for each in _mro_of(cls))


def _int_bytes(value: int) -> int:
    """How long the shortest two's complement is; zero has no bytes."""
    return (value if value > 0 else ~value).bit_length() // 8 + 1 if value else 0


class _Encoder:
    """One value on its way out; `room` is how many values may still come."""

    def __init__(self, seen: bool) -> None:
        self.out = bytearray()
        self.seen = seen
        self.room = VALUES_MAX - 1
        self.payload = 0
        self.around: set[int] = set()

    def put(self, value: object, depth: int) -> None:
        if depth >= DEPTH_MAX:
            self.mark(Marked.TOO_DEEP)
            return
        cls = type(value)
        if cls in _SCALARS:
            _SCALARS[cls](self, value)
        elif cls in _CONTAINERS:
            self.container(cls, value, depth)
        elif self.seen and cls in _SEEN:
            _SEEN[cls](self, value)
        elif is_subtype(cls, type):
            self.out += b"y"
            self.name(type_name(value))
        elif is_subtype(cls, BaseException):
            self.exception(value)
        else:
            self.opaque(type_name(cls))

    def container(self, cls: type, value: Any, depth: int) -> None:
        head, items_of = _CONTAINERS[cls]
        if id(value) in self.around:
            self.mark(Marked.CYCLE)
            return
        items = items_of(value)
        if len(items) > self.room:
            self.mark(Marked.TOO_LONG)
            return
        self.room -= len(items)
        self.around.add(id(value))
        head(self, value)
        pairs = cls in _PAIRED
        self.out += _u32(len(items) // 2 if pairs else len(items))
        for item in items:
            self.put(item, depth + 1)
        self.around.discard(id(value))

    def mark(self, mark: int) -> None:
        self.out += b"!" + bytes((mark,))

    def opaque(self, name: str) -> None:
        self.out += b"o"
        self.name(name)

    def name(self, name: str) -> None:
        data = name.encode("utf-8", "backslashreplace")
        self.out += _u32(len(data)) + data

    def fits(self, length: int) -> bool:
        """Whether a text of so many bytes may be kept; it is counted when it is.

        Once the bound of all texts is passed no other is kept, so that none needs to be looked at.
        """
        fits = length <= TEXT_BYTES_MAX
        self.payload += length if fits else 0
        return fits and self.payload <= PAYLOAD_BYTES_MAX

    def string(self, value: str) -> None:
        may_fit = len(value) <= TEXT_BYTES_MAX and self.payload <= PAYLOAD_BYTES_MAX
        data = value.encode("utf-8", "surrogatepass") if may_fit else None
        if data is None or not self.fits(len(data)):
            self.mark(Marked.TOO_LONG)
        else:
            self.out += b"s" + _u32(len(data)) + data

    def blob(self, value: bytes) -> None:
        if self.fits(len(value)):
            self.out += b"b" + _u32(len(value)) + value
        else:
            self.mark(Marked.TOO_LONG)

    def integer(self, value: int) -> None:
        length = _int_bytes(value)
        if length > INT_BYTES_MAX:
            self.mark(Marked.TOO_MANY_DIGITS)
        else:
            self.out += b"i" + _u32(length) + value.to_bytes(length, "little", signed=True)

    def decimal(self, value: Decimal) -> None:
        # A context may ask for a small "e"; the value does not depend on it.
        digits = Decimal.__str__(value).replace("e", "E")
        if len(digits) <= INT_BYTES_MAX and self.fits(len(digits)):
            self.out += b"m"
            self.name(digits)
        else:
            self.mark(Marked.TOO_MANY_DIGITS)

    def fraction(self, value: Fraction) -> None:
        numerator, denominator = _numerator_of(value), _denominator_of(value)
        # An answer can write to the slots; what is no fraction is left to be opaque.
        if type(numerator) is int and type(denominator) is int and denominator > 0:
            self.integers(b"Q", numerator, denominator)
        else:
            self.opaque("fractions.Fraction")

    def span(self, value: range) -> None:
        self.integers(b"r", value.start, value.stop, value.step)

    def integers(self, tag: bytes, *parts: int) -> None:
        if any(_int_bytes(part) > INT_BYTES_MAX for part in parts):
            self.mark(Marked.TOO_MANY_DIGITS)
            return
        self.out += tag
        for part in parts:
            self.integer(part)

    def moment(self, value: datetime) -> None:
        zone = value.tzinfo
        if zone is not None and type(zone) is not timezone:
            self.opaque("datetime.datetime")
            return
        self.out += b"A" + _datetime(
            *(value.year, value.month, value.day, value.hour, value.minute, value.second),
            *(value.microsecond, value.fold),
        )
        if zone is None:
            self.out += b"N"
        else:
            self.integer(timezone.utcoffset(zone, None) // _MICROSECOND)

    def exception(self, value: BaseException) -> None:
        lineage = [cls for cls in _mro_of(type(value)) if is_subtype(cls, BaseException)]
        try:
            text = str(value)
        except BaseException:  # the answer's own __str__ may do anything
            text = ""
        self.seen_exception(SeenException(tuple(map(type_name, lineage[:TYPES_MAX])), text))

    def seen_exception(self, value: SeenException) -> None:
        self.out += b"e" + _u32(len(value.types))
        for name in value.types:
            self.name(name)
        data = self.beginning(value.text)
        self.out += _u32(len(data)) + data

    def beginning(self, text: str) -> bytes:
        """A text, or as much of it as one text may have; `str.encode` does for a subclass too."""
        data = str.encode(text, "utf-8", "surrogatepass")
        end = min(len(data), TEXT_BYTES_MAX)
        while end < len(data) and data[end] & 0xC0 == 0x80:
            end -= 1  # never within a character
        return data[:end] if self.fits(end) else b""

    def factory(self, value: defaultdict) -> None:
        factory = value.default_factory
        self.out += b"D"
        if factory is None:
            self.out += b"N"
            return
        self.out += b"s"
        if is_subtype(type(factory), type):
            self.name(type_name(factory))
        elif type(factory) in (FunctionType, BuiltinFunctionType):
            self.name(factory.__name__)
        else:
            self.name(type_name(type(factory)))

    def bound(self, value: deque) -> None:
        self.out += b"q"
        if value.maxlen is None:
            self.out += b"N"
        else:
            self.integer(value.maxlen)


def _tag(tag: bytes) -> Callable[[_Encoder, object], None]:
    """A head or a whole scalar that is nothing but its tag."""

    def put(encoder: _Encoder, value: object) -> None:
        encoder.out += tag

    return put


def _packed(tag: bytes, pack: Callable[[Any], bytes]) -> Callable[[_Encoder, Any], None]:
    """A scalar of fixed size."""

    def put(encoder: _Encoder, value: object) -> None:
        encoder.out += tag + pack(value)

    return put


def _flat(items: Iterable[tuple[object, object]]) -> list[object]:
    return [part for pair in list(items) for part in pair]


def _dict_items(value: dict) -> list[object]:
    return _flat(dict.items(value))


def _ordered_items(value: OrderedDict) -> list[object]:
    """In the order of its own links, unless walking them would hash a key of the answer's."""
    plain = all(map(_plain_key, dict.keys(value)))
    return _flat(OrderedDict.items(value) if plain else dict.items(value))


def _plain_key(key: object) -> bool:
    return type(key) in _PLAIN_KEYS or (type(key) is tuple and all(map(_plain_key, key)))


_SCALARS: dict[type, Callable[[_Encoder, Any], None]] = {
    type(None): _tag(b"N"),
    bool: _packed(b"", lambda value: b"T" if value else b"F"),
    int: _Encoder.integer,
    float: _packed(b"f", _f64),
    complex: _packed(b"j", lambda value: _complex(value.real, value.imag)),
    str: _Encoder.string,
    bytes: _Encoder.blob,
    range: _Encoder.span,
    Decimal: _Encoder.decimal,
    Fraction: _Encoder.fraction,
    date: _packed(b"a", lambda value: _date(value.year, value.month, value.day)),
    datetime: _Encoder.moment,
    timedelta: _packed(b"x", lambda value: _timedelta(value.days, value.seconds, value.microseconds)),
}

# What stands before the count, and the items as a list of their own: another thread may change the value.
_CONTAINERS: dict[type, tuple[Callable[[_Encoder, Any], None], Callable[[Any], list]]] = {
    list: (_tag(b"l"), list),
    tuple: (_tag(b"t"), list),
    set: (_tag(b"S"), list),
    frozenset: (_tag(b"Z"), list),
    deque: (_Encoder.bound, list),
    dict: (_tag(b"d"), _dict_items),
    Counter: (_tag(b"C"), _dict_items),
    OrderedDict: (_tag(b"O"), _ordered_items),
    defaultdict: (_Encoder.factory, _dict_items),
}
_PAIRED = frozenset({dict, Counter, OrderedDict, defaultdict})


def _named(tag: bytes, attribute: str) -> Callable[[_Encoder, Any], None]:
    def put(encoder: _Encoder, value: object) -> None:
        encoder.out += tag
        encoder.name(getattr(value, attribute))

    return put


_SEEN: dict[type, Callable[[_Encoder, Any], None]] = {
    Opaque: _named(b"o", "type_name"),
    SeenType: _named(b"y", "name"),
    SeenException: _Encoder.seen_exception,
    Marked: lambda encoder, value: encoder.mark(value.mark),
    Missing: lambda encoder, value: encoder.mark(value.mark),
}


class _Decoder:
    """Bytes on their way in; the host checked them, so an error here means that it did not."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, depth: int) -> Any:
        tag = self.raw(1)
        if depth > _DEPTH_TAKEN_MAX or tag not in _TAKERS:
            raise ValueError(f"no value at byte {self.at - 1}")
        return _TAKERS[tag](self, depth)

    def raw(self, length: int) -> bytes:
        piece = self.data[self.at : self.at + length]
        if len(piece) != length:
            raise ValueError(f"{length} bytes wanted at byte {self.at}, {len(piece)} left")
        self.at += length
        return piece

    def u32(self) -> int:
        return int.from_bytes(self.raw(4), "little")

    def text(self) -> str:
        return self.raw(self.u32()).decode("utf-8", "surrogatepass")

    def integer(self) -> int:
        return int.from_bytes(self.raw(self.u32()), "little", signed=True)

    def expected_integer(self) -> int:
        if self.raw(1) != b"i":
            raise ValueError(f"no integer at byte {self.at - 1}")
        return self.integer()

    def unpacked(self, layout: str) -> tuple[Any, ...]:
        return struct.unpack("<" + layout, self.raw(struct.calcsize("<" + layout)))

    def items(self, depth: int) -> list[Any]:
        return [self.take(depth + 1) for _ in range(self.u32())]

    def keys(self, depth: int) -> list[Any]:
        return [_as_key(item) for item in self.items(depth)]

    def pairs(self, depth: int) -> list[tuple[Any, Any]]:
        return [(_as_key(self.take(depth + 1)), self.take(depth + 1)) for _ in range(self.u32())]

    def factory_dict(self, depth: int) -> defaultdict:
        name = self.text() if self.raw(1) == b"s" else None
        return defaultdict(None if name is None else _factory(name), self.pairs(depth))

    def bounded_deque(self, depth: int) -> deque:
        bound = self.integer() if self.raw(1) == b"i" else None
        return deque(self.items(depth), bound)

    def moment(self) -> datetime:
        *parts, fold = self.unpacked("HBBBBBIB")
        offset = self.integer() * _MICROSECOND if self.raw(1) == b"i" else None
        return datetime(*parts, None if offset is None else timezone(offset), fold=fold)

    def exception(self) -> SeenException:
        types = tuple(self.text() for _ in range(self.u32()))
        return SeenException(types, self.text())


def _as_key(value: Any) -> Any:
    """The value, or an opaque one where it cannot be hashed and so was never a key."""
    try:
        hash(value)
    except TypeError:
        return Opaque(type_name(type(value)))
    return value


def _factory(name: str) -> Callable[[], Any]:
    """A factory that goes by this name, and is that built-in class where there is one."""
    known = BUILTINS.get(name)
    if type(known) is type:
        return known

    def factory() -> None:
        return None

    factory.__name__ = name
    return factory


_TAKERS: dict[bytes, Callable[[_Decoder, int], Any]] = {
    b"N": lambda source, depth: None,
    b"T": lambda source, depth: True,
    b"F": lambda source, depth: False,
    b"i": lambda source, depth: source.integer(),
    b"f": lambda source, depth: source.unpacked("d")[0],
    b"j": lambda source, depth: complex(*source.unpacked("dd")),
    b"s": lambda source, depth: source.text(),
    b"b": lambda source, depth: source.raw(source.u32()),
    b"l": lambda source, depth: source.items(depth),
    b"t": lambda source, depth: tuple(source.items(depth)),
    b"S": lambda source, depth: set(source.keys(depth)),
    b"Z": lambda source, depth: frozenset(source.keys(depth)),
    b"d": lambda source, depth: dict(source.pairs(depth)),
    b"C": lambda source, depth: Counter(dict(source.pairs(depth))),
    b"O": lambda source, depth: OrderedDict(source.pairs(depth)),
    b"D": _Decoder.factory_dict,
    b"q": _Decoder.bounded_deque,
    b"r": lambda source, depth: range(*(source.expected_integer() for _ in range(3))),
    b"m": lambda source, depth: Decimal(source.text()),
    b"Q": lambda source, depth: Fraction(source.expected_integer(), source.expected_integer()),
    b"a": lambda source, depth: date(*source.unpacked("HBB")),
    b"A": lambda source, depth: source.moment(),
    b"x": lambda source, depth: timedelta(*source.unpacked("iII")),
    b"e": lambda source, depth: source.exception(),
    b"y": lambda source, depth: SeenType(source.text()),
    b"o": lambda source, depth: Opaque(source.text()),
    b"!": lambda source, depth: Marked(source.raw(1)[0]),
}
