//! Unions that are decoded by their tag, in one pass, and error types that are told apart by shape.
//!
//! serde's untagged enums try one member after the other and then say "did not match any variant". Here the members up
//! to the tag are kept (see `replay`), the tag chooses the type, and that type reads the rest from the live input: line,
//! column and the name of the wrong member stay in the message.

#[cfg(feature = "schema")]
use schemars::schema::{Schema, SchemaObject, SubschemaValidation};
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess};
use serde_json::Value;

use crate::replay::Replay;

/// What a newer server sent and this contract has no name for. It is written as it came.
#[derive(Clone, Debug, PartialEq)]
pub struct Unknown {
    /// Value of the tag, if it is a text.
    pub tag: Option<String>,
    /// The whole value.
    pub json: Value,
}

/// Reads the rest as `T`; an error says which member of which union it was.
pub fn variant<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    map: Replay<'de, A>,
    name: &str,
) -> Result<T, A::Error> {
    T::deserialize(MapAccessDeserializer::new(map))
        .map_err(|error| A::Error::custom(format_args!("{name}: {error}")))
}

/// `anyOf` of the members.
#[cfg(feature = "schema")]
pub fn any_of(members: Vec<Schema>) -> Schema {
    let subschemas = SubschemaValidation { any_of: Some(members), ..SubschemaValidation::default() };
    SchemaObject { subschemas: Some(Box::new(subschemas)), ..SchemaObject::default() }.into()
}

/// A union that an answer can carry: an unknown tag gives the variant `Unknown`, which keeps the value; but for what is
/// decoded within [`strict`](crate::strict()).
///
/// `rest` is the one member without a tag, if the contract has one; it is tried before `Unknown`.
#[macro_export]
macro_rules! open_union {
    ($(#[$meta:meta])* pub enum $name:ident by $tag:literal { $($wire:literal => $variant:ident($member:ident),)* }
     rest { $($other:ident($other_member:ident))? }) => {
        $(#[$meta])*
        // Boxing the large members would cost an allocation for each event; values live on the stack for moments only.
        #[allow(clippy::large_enum_variant)]
        #[derive(Clone, Debug, PartialEq)]
        pub enum $name {
            $(#[doc = concat!("`", $wire, "`")] $variant($member),)*
            $(#[doc = "The member without a tag."] $other($other_member),)?
            /// A member that this contract does not have.
            Unknown($crate::Unknown),
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => value.serialize(serializer),)*
                    $(Self::$other(value) => value.serialize(serializer),)?
                    Self::Unknown(value) => value.json.serialize(serializer),
                }
            }
        }

        $crate::union_common!($name by $tag { $($wire => $variant($member),)* } rest { $($other($other_member))? }
            else |tag, map| {
                if let Some(tag) = tag.as_ref().filter(|_| $crate::private::is_strict()) {
                    return Err(::serde::de::Error::unknown_variant(tag, &[$($wire),*]));
                }
                let json: ::serde_json::Value = $crate::private::variant(map, stringify!($name))?;
                $(if tag.is_none()
                    && let Ok(value) = <$other_member as ::serde::Deserialize>::deserialize(&json)
                {
                    return Ok($name::$other(value));
                })?
                if $crate::private::is_strict() {
                    return Err(::serde::de::Error::missing_field($tag));
                }
                Ok($name::Unknown($crate::Unknown { tag, json }))
            });
    };
}

/// A union that only requests carry: an unknown tag is the caller's mistake and is named as such.
#[macro_export]
macro_rules! closed_union {
    ($(#[$meta:meta])* pub enum $name:ident by $tag:literal { $($wire:literal => $variant:ident($member:ident),)* }
     rest { $($other:ident($other_member:ident))? }) => {
        $(#[$meta])*
        // Boxing the large members would cost an allocation for each event; values live on the stack for moments only.
        #[allow(clippy::large_enum_variant)]
        #[derive(Clone, Debug, PartialEq)]
        pub enum $name {
            $(#[doc = concat!("`", $wire, "`")] $variant($member),)*
            $(#[doc = "The member without a tag."] $other($other_member),)?
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => value.serialize(serializer),)*
                    $(Self::$other(value) => value.serialize(serializer),)?
                }
            }
        }

        $crate::union_common!($name by $tag { $($wire => $variant($member),)* } rest { $($other($other_member))? }
            else |tag, map| {
                if let Some(tag) = tag {
                    return Err(::serde::de::Error::unknown_variant(&tag, &[$($wire),*]));
                }
                $(if true {
                    return $crate::private::variant::<$other_member, _>(map, stringify!($name)).map($name::$other);
                })?
                #[allow(unreachable_code)]
                {
                    let _ = map;
                    Err(::serde::de::Error::missing_field($tag))
                }
            });
    };
}

/// What open and closed unions share: conversions, decoding by tag, schema.
#[doc(hidden)]
#[macro_export]
macro_rules! union_common {
    ($name:ident by $tag:literal { $($wire:literal => $variant:ident($member:ident),)* }
     rest { $($other:ident($other_member:ident))? } else |$found:ident, $map:ident| $fallback:block) => {
        $(impl ::std::convert::From<$member> for $name {
            fn from(value: $member) -> Self {
                Self::$variant(value)
            }
        })*

        $(impl ::std::convert::From<$other_member> for $name {
            fn from(value: $other_member) -> Self {
                Self::$other(value)
            }
        })?

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct UnionVisitor;

                impl<'de> ::serde::de::Visitor<'de> for UnionVisitor {
                    type Value = $name;

                    fn expecting(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        formatter.write_str(concat!("an object with `", $tag, "` (", stringify!($name), ")"))
                    }

                    fn visit_map<A: ::serde::de::MapAccess<'de>>(self, map: A) -> Result<$name, A::Error> {
                        let $map = $crate::private::find_tag(map, $tag)?;
                        match $map.found() {
                            $(Some($wire) => {
                                $crate::private::variant($map, concat!(stringify!($name), "::", stringify!($variant)))
                                    .map($name::$variant)
                            })*
                            _ => {
                                let $found = $map.found().map(::std::string::ToString::to_string);
                                $fallback
                            }
                        }
                    }
                }

                deserializer.deserialize_map(UnionVisitor)
            }
        }

        #[cfg(feature = "schema")]
        impl ::schemars::JsonSchema for $name {
            fn schema_name() -> String {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut ::schemars::r#gen::SchemaGenerator) -> ::schemars::schema::Schema {
                $crate::private::any_of(vec![
                    $(generator.subschema_for::<$member>(),)*
                    $(generator.subschema_for::<$other_member>(),)?
                ])
            }
        }
    };
}

/// The errors that an operation declares. They share no tag, so they are tried in turn; what fits none is kept.
#[macro_export]
macro_rules! error_union {
    ($(#[$meta:meta])* pub enum $name:ident for [$($status:literal),*] { $($variant:ident($member:ident),)* }) => {
        $(#[$meta])*
        // Boxing the large members would cost an allocation for each event; values live on the stack for moments only.
        #[allow(clippy::large_enum_variant)]
        #[derive(Clone, Debug, PartialEq)]
        pub enum $name {
            $(#[doc = concat!("[`", stringify!($member), "`]")] $variant($member),)*
            /// An error in another shape.
            Unknown(::serde_json::Value),
        }

        impl $name {
            /// The statuses under which the contract declares these errors.
            pub const STATUSES: &'static [u16] = &[$($status),*];
        }

        $(impl ::std::convert::From<$member> for $name {
            fn from(value: $member) -> Self {
                Self::$variant(value)
            }
        })*

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => value.serialize(serializer),)*
                    Self::Unknown(value) => value.serialize(serializer),
                }
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let json = ::serde_json::Value::deserialize(deserializer)?;
                $(if let Ok(value) = <$member as ::serde::Deserialize>::deserialize(&json) {
                    return Ok(Self::$variant(value));
                })*
                Ok(Self::Unknown(json))
            }
        }

        #[cfg(feature = "schema")]
        impl ::schemars::JsonSchema for $name {
            fn schema_name() -> String {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut ::schemars::r#gen::SchemaGenerator) -> ::schemars::schema::Schema {
                $crate::private::any_of(vec![$(generator.subschema_for::<$member>(),)*])
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{Auth, Event, Part};

    #[test]
    fn the_tag_may_stand_anywhere() {
        let text = r#"{"id":"prt_1","text":"a","sessionID":"ses_1","messageID":"msg_1","type":"text"}"#;
        let part: Part = serde_json::from_str(text).expect("a text part");
        assert!(matches!(&part, Part::Text(part) if part.text == "a"));
        let again: serde_json::Value = serde_json::to_value(&part).expect("json");
        assert_eq!(again, serde_json::from_str::<serde_json::Value>(text).expect("json"));
    }

    #[test]
    fn an_unknown_member_survives_the_round_trip() {
        let value = json!({"type": "session.teleported", "properties": {"to": [1, null]}});
        let event: Event = serde_json::from_value(value.clone()).expect("an open union");
        assert!(
            matches!(&event, Event::Unknown(unknown) if unknown.tag.as_deref() == Some("session.teleported"))
        );
        assert_eq!(serde_json::to_value(&event).expect("json"), value);
    }

    #[test]
    fn a_wrong_member_is_named_with_its_place() {
        let text = r#"{"type":"message.part.updated","properties":{"part":{"type":"tool","id":"a","sessionID":"b","messageID":"c","callID":"d","tool":"e","state":{"status":"pending","input":{}}}}}"#;
        let error = serde_json::from_str::<Event>(text).expect_err("`raw` is missing").to_string();
        for word in [
            "Event::MessagePartUpdated",
            "Part::Tool",
            "ToolState::Pending",
            "missing field `raw`",
            "line 1 column",
        ] {
            assert!(error.contains(word), "{word} in {error}");
        }
    }

    #[test]
    fn a_closed_union_refuses_what_it_does_not_know() {
        let error = serde_json::from_value::<Auth>(json!({"type": "nope"})).expect_err("closed").to_string();
        assert!(error.contains("unknown variant `nope`") && error.contains("`api`"), "{error}");
        let error = serde_json::from_value::<Auth>(json!({})).expect_err("no tag").to_string();
        assert!(error.contains("missing field `type`"), "{error}");
    }
}
