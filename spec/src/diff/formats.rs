//! Formats as sets of values: which lies within which, and which numbers are of one.

use serde_json::Value;

/// Formats of texts of which each value of the first is one of the second (RFC 3986, 3987, 5890, 6531).
const TEXTS: [(&str, &str); 7] = [
    ("uri", "uri-reference"),
    ("uri", "iri"),
    ("uri", "iri-reference"),
    ("uri-reference", "iri-reference"),
    ("iri", "iri-reference"),
    ("email", "idn-email"),
    ("hostname", "idn-hostname"),
];

/// The numbers of a format, as the registry of OpenAPI's formats describes them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Numbers {
    /// Integers from the first to the second.
    Whole(i128, i128),
    /// Numbers of 32 bits.
    Single,
    /// Numbers of 64 bits.
    Double,
}

impl Numbers {
    pub fn of(format: &str) -> Option<Self> {
        /// Up to here a number of 64 bits counts in ones.
        const EXACT: i128 = (1 << 53) - 1;
        Some(match format {
            "int8" => Self::Whole(i8::MIN.into(), i8::MAX.into()),
            "int16" => Self::Whole(i16::MIN.into(), i16::MAX.into()),
            "int32" => Self::Whole(i32::MIN.into(), i32::MAX.into()),
            "int64" => Self::Whole(i64::MIN.into(), i64::MAX.into()),
            "uint8" => Self::Whole(0, u8::MAX.into()),
            "uint16" => Self::Whole(0, u16::MAX.into()),
            "uint32" => Self::Whole(0, u32::MAX.into()),
            "uint64" => Self::Whole(0, u64::MAX.into()),
            "double-int" => Self::Whole(-EXACT, EXACT),
            "float" => Self::Single,
            "double" => Self::Double,
            _ => return None,
        })
    }

    /// The largest integers that are told apart, with their negatives; the ends of the set where it is one of integers.
    pub fn ends(self) -> (i128, i128) {
        match self {
            Self::Whole(least, most) => (least, most),
            Self::Single => (-(1 << 24), 1 << 24),
            Self::Double => (-(1 << 53), 1 << 53),
        }
    }

    fn is_within(self, other: Self) -> bool {
        let (inner, outer) = (self.ends(), other.ends());
        let fits = outer.0 <= inner.0 && inner.1 <= outer.1;
        match (self, other) {
            (Self::Whole(..), _) => fits,
            (Self::Single | Self::Double, Self::Whole(..)) | (Self::Double, Self::Single) => false,
            (Self::Single, _) | (Self::Double, Self::Double) => true,
        }
    }

    /// Whether a value is of the format; what is no number has none.
    pub fn has(self, value: &Value) -> bool {
        let Some(number) = value.as_f64() else { return true };
        match self {
            Self::Whole(least, most) => {
                let whole = value.as_i64().map(i128::from).or(value.as_u64().map(i128::from));
                match whole {
                    Some(whole) => least <= whole && whole <= most,
                    // Written with a fraction or an exponent; the ends need not be exact for what is far from them.
                    None => number.fract() == 0.0 && least as f64 <= number && number < most as f64 + 1.0,
                }
            }
            Self::Single => number.abs() <= f64::from(f32::MAX),
            Self::Double => number.is_finite(),
        }
    }
}

/// Whether each value of the format `inner` is one of `outer`, and that can be proven.
pub(super) fn is_within(inner: &str, outer: &str) -> bool {
    match (Numbers::of(inner), Numbers::of(outer)) {
        (Some(inner), Some(outer)) => inner.is_within(outer),
        _ => inner == outer || TEXTS.contains(&(inner, outer)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_format_lies_within_those_that_have_all_its_values() {
        for (inner, outer) in [
            ("int32", "int64"),
            ("uint8", "int16"),
            ("uint32", "int64"),
            ("int16", "float"),
            ("int32", "double"),
            ("double-int", "int64"),
            ("double-int", "double"),
            ("float", "double"),
            ("uri", "iri-reference"),
        ] {
            assert!(is_within(inner, outer), "{inner} {outer}");
            assert!(!is_within(outer, inner), "{outer} {inner}");
        }
        for (one, other) in
            [("int64", "double"), ("int32", "float"), ("uint64", "int64"), ("date", "date-time"), ("a", "b")]
        {
            assert!(!is_within(one, other) && !is_within(other, one), "{one} {other}");
        }
    }

    #[test]
    fn numbers_of_a_format_are_told_from_others() {
        for (format, of, not) in [
            ("int32", json!(2_147_483_647), json!(2_147_483_648_i64)),
            ("int32", json!(-1.0), json!(0.5)),
            ("uint8", json!(0), json!(-1)),
            ("int64", json!(i64::MAX), json!(u64::MAX)),
            ("uint64", json!(u64::MAX), json!(1e20)),
            ("float", json!(1e30), json!(1e39)),
        ] {
            let numbers = Numbers::of(format).expect("a format of numbers");
            assert!(numbers.has(&of) && !numbers.has(&not), "{format}");
            assert!(numbers.has(&json!("text")));
        }
    }
}
