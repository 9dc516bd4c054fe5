//! Values as bytes: one tag, then the payload. The Rust worker and the cold Python recorder both write it.
//!
//! All integers of the format are little-endian; `text` is a u32 length and UTF-8 with `surrogatepass`.
//!
//! | tag | value | payload |
//! |---|---|---|
//! | `N` `T` `F` | None, True, False | |
//! | `i` | int | u32 length, two's complement bytes, shortest; zero has none |
//! | `f` | float | 8 bytes of bits |
//! | `j` | complex | 16 bytes: real, imaginary |
//! | `s` | str | text |
//! | `b` | bytes | u32 length, bytes |
//! | `l` `t` `S` `Z` | list, tuple, set, frozenset | u32 count, values |
//! | `d` `C` `O` | dict, Counter, OrderedDict | u32 count, key and value in turn |
//! | `D` | defaultdict | `N` or `s` (the factory's name), then as dict |
//! | `q` | deque | `N` or `i` (the bound), then as list |
//! | `r` | range | three `i` values |
//! | `m` | Decimal | text of `str()` |
//! | `Q` | Fraction | two `i` values |
//! | `a` | date | u16 year, u8 month, u8 day |
//! | `A` | datetime | u16 year, u8 month, day, hour, minute, second, u32 microsecond, u8 fold, `N` or `i` (offset in microseconds) |
//! | `x` | timedelta | i32 days, u32 seconds, u32 microseconds |
//! | `e` | exception | u32 count of type names (text each), text of `str()` |
//! | `y` | a class | text of its name |
//! | `o` | anything else | text of its type's name |
//! | `!` | a part left out | u8: 0 cycle, 1 too deep, 2 too long, 3 too many digits, 4 missing |
