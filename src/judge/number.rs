//! Numbers of different Python types compared by their exact value.
//!
//! Must not know what the numbers mean. A `bool` is no number here.

use std::cmp::Ordering;

use num_bigint::{BigInt, Sign};

use crate::model::value::Value;

/// Digits of a `Decimal`, exponent included, up to which it is taken as a number. Longer ones are close to nothing.
const DECIMAL_DIGITS_MAX: u64 = 10_000;

/// A number by its exact value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Number {
    /// Numerator and a denominator above zero.
    Finite(BigInt, BigInt),
    /// Infinity; true for the negative one.
    Infinite(bool),
    /// Not a number.
    NotANumber,
}

impl Number {
    /// The number that an `int`, `float`, `Fraction` or `Decimal` stands for.
    #[must_use]
    pub fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Int(int) => Some(Self::Finite(int.clone(), BigInt::from(1))),
            Value::Float(bits) => Some(Self::of_float(f64::from_bits(*bits))),
            Value::Fraction(above, below) => match below.sign() {
                Sign::Plus => Some(Self::Finite(above.clone(), below.clone())),
                Sign::Minus => Some(Self::Finite(-above, -below)),
                Sign::NoSign => None,
            },
            Value::Decimal(text) => Decimal::parse(text)?.number(),
            _ => None,
        }
    }

    /// The exact value of a float.
    #[must_use]
    pub fn of_float(float: f64) -> Self {
        if float.is_nan() {
            return Self::NotANumber;
        }
        if float.is_infinite() {
            return Self::Infinite(float.is_sign_negative());
        }
        let bits = float.to_bits();
        let raised = i32::try_from(bits >> 52 & 0x7ff).unwrap_or(0);
        let fraction = bits & ((1 << 52) - 1);
        // A raised exponent of zero marks a subnormal number, which has no leading one (IEEE 754).
        let (mantissa, exponent) =
            if raised == 0 { (fraction, -1074) } else { (fraction | 1 << 52, raised - 1075) };
        let mantissa =
            if float.is_sign_negative() { -BigInt::from(mantissa) } else { BigInt::from(mantissa) };
        let power = BigInt::from(1) << exponent.unsigned_abs();
        if exponent >= 0 {
            Self::Finite(mantissa * power, BigInt::from(1))
        } else {
            Self::Finite(mantissa, power)
        }
    }

    /// How two numbers stand to each other; [`None`] when one is not a number.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::NotANumber, _) | (_, Self::NotANumber) => None,
            (Self::Infinite(one), Self::Infinite(two)) => Some(two.cmp(one)),
            (Self::Infinite(negative), _) => Some(if *negative { Ordering::Less } else { Ordering::Greater }),
            (_, Self::Infinite(negative)) => Some(if *negative { Ordering::Greater } else { Ordering::Less }),
            (Self::Finite(a, b), Self::Finite(c, d)) => Some((a * d).cmp(&(c * b))),
        }
    }

    /// Whether two numbers are at most `within` apart. Infinities are close to themselves, and so is NaN.
    #[must_use]
    pub fn is_close(&self, other: &Self, within: f64) -> bool {
        match (self, other) {
            (Self::Finite(a, b), Self::Finite(c, d)) => match Self::of_float(within) {
                Self::Finite(e, f) => {
                    let apart = a * d - c * b;
                    let apart = if apart.sign() == Sign::Minus { -apart } else { apart };
                    apart * f <= e * (b * d)
                }
                Self::Infinite(negative) => !negative,
                Self::NotANumber => false,
            },
            _ => within >= 0.0 && self == other,
        }
    }
}

/// A `decimal.Decimal` in the one form that numerically equal ones share.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Decimal {
    /// Digits without zeros at either end, and the exponent of the last one. Zero has no digits.
    Finite {
        /// Whether it is below zero.
        negative: bool,
        /// Decimal digits, most significant first.
        digits: String,
        /// The power of ten of the last digit.
        exponent: i128,
    },
    /// Infinity; true for the negative one.
    Infinite(bool),
    /// Quiet or signalling NaN, whatever its sign and payload.
    NotANumber,
}

impl Decimal {
    /// Reads what `str(Decimal)` writes; [`None`] for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        if rest == "Infinity" {
            return Some(Self::Infinite(negative));
        }
        if let Some(payload) = rest.strip_prefix("NaN").or_else(|| rest.strip_prefix("sNaN")) {
            return payload.bytes().all(|byte| byte.is_ascii_digit()).then_some(Self::NotANumber);
        }
        let (mantissa, power) = match rest.split_once(['E', 'e']) {
            Some((mantissa, power)) => (mantissa, power.parse::<i64>().ok()?),
            None => (rest, 0),
        };
        let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = format!("{whole}{part}");
        if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let kept = all.trim_end_matches('0');
        let dropped = all.len() - kept.len();
        let digits = kept.trim_start_matches('0').to_owned();
        if digits.is_empty() {
            return Some(Self::Finite { negative: false, digits, exponent: 0 });
        }
        let exponent = i128::from(power) - part.len() as i128 + dropped as i128;
        Some(Self::Finite { negative, digits, exponent })
    }

    /// Its exact value; [`None`] where that would be a number of absurd length.
    fn number(&self) -> Option<Number> {
        let (negative, digits, exponent) = match self {
            Self::Infinite(negative) => return Some(Number::Infinite(*negative)),
            Self::NotANumber => return Some(Number::NotANumber),
            Self::Finite { negative, digits, exponent } => (*negative, digits, *exponent),
        };
        let power = u32::try_from(exponent.unsigned_abs()).ok()?;
        if digits.len() as u64 + u64::from(power) > DECIMAL_DIGITS_MAX {
            return None;
        }
        let whole =
            if digits.is_empty() { BigInt::from(0) } else { BigInt::parse_bytes(digits.as_bytes(), 10)? };
        let whole = if negative { -whole } else { whole };
        let ten = BigInt::from(10).pow(power);
        Some(if exponent >= 0 {
            Number::Finite(whole * ten, BigInt::from(1))
        } else {
            Number::Finite(whole, ten)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn float(float: f64) -> Number {
        Number::of_float(float)
    }

    fn decimal(text: &str) -> Number {
        Number::of(&Value::Decimal(text.to_owned())).expect("a small decimal")
    }

    #[test]
    fn numbers_of_all_types_compare_by_exact_value() {
        assert_eq!(float(0.5).compare(&decimal("0.50")), Some(Ordering::Equal));
        assert_eq!(float(0.1).compare(&decimal("0.1")), Some(Ordering::Greater));
        assert_eq!(float(f64::INFINITY).compare(&decimal("1E+900")), Some(Ordering::Greater));
        assert_eq!(float(f64::NEG_INFINITY).compare(&float(f64::INFINITY)), Some(Ordering::Less));
        assert_eq!(float(f64::NAN).compare(&float(1.0)), None);
        assert_eq!(float(5e-324).compare(&float(0.0)), Some(Ordering::Greater));
        let third = Number::of(&Value::Fraction(1.into(), 3.into())).expect("a fraction");
        assert_eq!(third.compare(&float(1.0 / 3.0)), Some(Ordering::Greater));
    }

    #[test]
    fn close_is_exact_at_the_edge() {
        let one = Number::of(&Value::Int(1.into())).expect("an int");
        assert!(one.is_close(&float(1.5), 0.5));
        assert!(!one.is_close(&float(1.5 + f64::EPSILON), 0.5));
        assert!(!one.is_close(&one, -1.0));
        assert!(!one.is_close(&one, f64::NAN));
        assert!(float(f64::INFINITY).is_close(&decimal("Infinity"), 1e-9));
        assert!(!float(f64::INFINITY).is_close(&float(f64::MAX), 1e308));
    }

    #[test]
    fn absurd_decimals_are_no_numbers_and_cost_nothing() {
        assert_eq!(Number::of(&Value::Decimal("1E+999999999999999999".to_owned())), None);
        assert_eq!(Number::of(&Value::Decimal("__import__('os')".to_owned())), None);
        assert_eq!(Decimal::parse("1E+99999999999999999999999"), None);
    }

    #[test]
    fn equal_decimals_share_one_form() {
        for (one, two) in [("1.10", "1.1"), ("1E+2", "100"), ("-0", "0E-7"), ("sNaN12", "-NaN")] {
            assert_eq!(Decimal::parse(one), Decimal::parse(two), "{one} {two}");
        }
        assert_ne!(Decimal::parse("1"), Decimal::parse("10"));
        assert_ne!(Decimal::parse("1"), Decimal::parse("-1"));
    }
}
