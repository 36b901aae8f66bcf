//! JSON numbers as JavaScript has them.

use std::fmt;
use std::str::FromStr;

#[cfg(feature = "schema")]
use schemars::JsonSchema;
#[cfg(feature = "schema")]
use schemars::r#gen::SchemaGenerator;
#[cfg(feature = "schema")]
use schemars::schema::{InstanceType, Schema, SchemaObject};
use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A finite number, the contract's `number`: times in milliseconds, prices in dollars, counts.
///
/// A whole number is written without a fraction (`1795210599807`, where Rust's `f64` would give `1795210599807.0`), as
/// JavaScript does. Decoding refuses what is not finite.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Number(pub f64);

impl Number {
    /// Whole numbers up to here are exact in an `f64`.
    const SAFE: f64 = 9_007_199_254_740_992.0;

    /// The whole part, saturating at the bounds of `i64`.
    pub fn as_i64(self) -> i64 {
        self.0 as i64
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() <= Self::SAFE {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = f64::deserialize(deserializer)?;
        if value.is_finite() {
            Ok(Self(value))
        } else {
            Err(D::Error::invalid_value(Unexpected::Float(value), &"a finite number"))
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl FromStr for Number {
    type Err = std::num::ParseFloatError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl From<f64> for Number {
    fn from(value: f64) -> Self {
        Self(value)
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self(value as f64)
    }
}

impl From<Number> for f64 {
    fn from(value: Number) -> Self {
        value.0
    }
}

#[cfg(feature = "schema")]
impl JsonSchema for Number {
    fn schema_name() -> String {
        "Number".into()
    }

    fn is_referenceable() -> bool {
        false
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        SchemaObject { instance_type: Some(InstanceType::Number.into()), ..SchemaObject::default() }.into()
    }
}

/// A number that may be `"NaN"`, `"Infinity"` or `"-Infinity"`, written as these texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct AnyNumber(pub f64);

impl Serialize for AnyNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            value if value.is_finite() => Number(value).serialize(serializer),
            value if value.is_nan() => serializer.serialize_str("NaN"),
            value if value > 0.0 => serializer.serialize_str("Infinity"),
            _ => serializer.serialize_str("-Infinity"),
        }
    }
}

impl<'de> Deserialize<'de> for AnyNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyNumberVisitor;

        impl Visitor<'_> for AnyNumberVisitor {
            type Value = AnyNumber;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a number, \"NaN\", \"Infinity\" or \"-Infinity\"")
            }

            fn visit_f64<E>(self, value: f64) -> Result<AnyNumber, E> {
                Ok(AnyNumber(value))
            }

            fn visit_i64<E>(self, value: i64) -> Result<AnyNumber, E> {
                Ok(AnyNumber(value as f64))
            }

            fn visit_u64<E>(self, value: u64) -> Result<AnyNumber, E> {
                Ok(AnyNumber(value as f64))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<AnyNumber, E> {
                match text {
                    "NaN" => Ok(AnyNumber(f64::NAN)),
                    "Infinity" => Ok(AnyNumber(f64::INFINITY)),
                    "-Infinity" => Ok(AnyNumber(f64::NEG_INFINITY)),
                    _ => Err(E::invalid_value(Unexpected::Str(text), &self)),
                }
            }
        }

        deserializer.deserialize_any(AnyNumberVisitor)
    }
}

#[cfg(feature = "schema")]
impl JsonSchema for AnyNumber {
    fn schema_name() -> String {
        "AnyNumber".into()
    }

    fn is_referenceable() -> bool {
        false
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        SchemaObject {
            instance_type: Some(InstanceType::Number.into()),
            format: Some("non-finite".into()),
            ..SchemaObject::default()
        }
        .into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_javascript_writes_them() {
        for (value, text) in [
            (1_795_210_599_807.0, "1795210599807"),
            (-0.0, "0"),
            (0.0123, "0.0123"),
            (-3.0, "-3"),
            (9_007_199_254_740_992.0, "9007199254740992"),
        ] {
            assert_eq!(serde_json::to_string(&Number(value)).expect("a number"), text);
            assert_eq!(serde_json::from_str::<Number>(text).expect("a number").0, value);
        }
    }

    #[test]
    fn what_is_not_finite_is_refused_or_named() {
        use serde::de::IntoDeserializer as _;
        let infinite: serde::de::value::F64Deserializer<serde::de::value::Error> =
            f64::INFINITY.into_deserializer();
        assert!(Number::deserialize(infinite).is_err());
        assert_eq!(serde_json::to_string(&AnyNumber(f64::NEG_INFINITY)).expect("a text"), "\"-Infinity\"");
        assert!(serde_json::from_str::<AnyNumber>("\"NaN\"").expect("a number").0.is_nan());
        assert!(serde_json::from_str::<AnyNumber>("\"nan\"").is_err());
    }
}
