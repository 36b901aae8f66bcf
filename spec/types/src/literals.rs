//! Members that can be one value only: `type: "text"`, `success: false`.

use std::fmt;

#[cfg(feature = "schema")]
use schemars::schema::{InstanceType, Schema, SchemaObject};
use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Declares one zero-sized type per wire text. Decoding checks the text, encoding writes it.
#[macro_export]
macro_rules! literals {
    ($($name:ident = $value:literal;)*) => { $(
        #[doc = concat!("The text `", $value, "`.")]
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name;

        impl $name {
            /// The text on the wire.
            pub const VALUE: &'static str = $value;
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                formatter.write_str($value)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($value)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                // A closure would be compiled for each of them.
                match $crate::private::decode(deserializer, $value) {
                    Ok(()) => Ok($name),
                    Err(error) => Err(error),
                }
            }
        }

        #[cfg(feature = "schema")]
        impl ::schemars::JsonSchema for $name {
            fn schema_name() -> String {
                $value.into()
            }

            fn is_referenceable() -> bool {
                false
            }

            fn json_schema(_: &mut ::schemars::r#gen::SchemaGenerator) -> ::schemars::schema::Schema {
                $crate::private::schema($value)
            }
        }
    )* };
}

/// Accepts `wanted` and nothing else, without an allocation.
pub fn decode<'de, D: Deserializer<'de>>(deserializer: D, wanted: &'static str) -> Result<(), D::Error> {
    struct Exactly(&'static str);

    impl Visitor<'_> for Exactly {
        type Value = ();

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(formatter, "the text {:?}", self.0)
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
            if text == self.0 { Ok(()) } else { Err(E::invalid_value(Unexpected::Str(text), &self)) }
        }
    }

    deserializer.deserialize_str(Exactly(wanted))
}

/// `{type: string, enum: [value]}`.
#[cfg(feature = "schema")]
pub fn schema(value: &str) -> Schema {
    SchemaObject {
        instance_type: Some(InstanceType::String.into()),
        enum_values: Some(vec![value.into()]),
        ..SchemaObject::default()
    }
    .into()
}

macro_rules! bool_literal {
    ($name:ident, $value:literal) => {
        #[doc = concat!("Always `", stringify!($value), "`.")]
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct $name;

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_bool($value)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = bool::deserialize(deserializer)?;
                if value == $value {
                    Ok($name)
                } else {
                    Err(D::Error::invalid_value(Unexpected::Bool(value), &stringify!($value)))
                }
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> String {
                stringify!($name).into()
            }

            fn is_referenceable() -> bool {
                false
            }

            fn json_schema(_: &mut schemars::r#gen::SchemaGenerator) -> Schema {
                SchemaObject {
                    instance_type: Some(InstanceType::Boolean.into()),
                    enum_values: Some(vec![$value.into()]),
                    ..SchemaObject::default()
                }
                .into()
            }
        }
    };
}

bool_literal!(True, true);
bool_literal!(False, false);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_one_value_decodes() {
        assert!(serde_json::from_str::<crate::literal::Text>("\"text\"").is_ok());
        let error = serde_json::from_str::<crate::literal::Text>("\"txt\"").expect_err("another text");
        assert!(error.to_string().contains("expected the text \"text\""), "{error}");
        assert!(serde_json::from_str::<False>("true").is_err());
        assert_eq!(serde_json::to_string(&True).expect("a bool"), "true");
    }
}
