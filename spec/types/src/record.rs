//! Decoding of structs, in a form that compiles fast.
//!
//! serde's derive gives every struct an enum of its fields with a visitor of its own, and a second way in for arrays,
//! which no struct of a contract may be. Both are compiled for each struct and each kind of input. Here the search for a
//! name and the slot of a field are functions that all structs share, which takes a third off the time that this crate
//! takes to compile. Start at [`record!`](crate::record!).

use std::fmt;
use std::marker::PhantomData;

use indexmap::IndexMap;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};
use serde_json::Value;

/// `Deserialize` for a struct: number, wire name and name of each field, and `rest` for the field that takes the members
/// without a name.
///
/// As with serde's derive, a member that comes twice is an error, one without a name is passed over where there is no
/// `rest`, and a missing one is an error but where its type is an `Option`.
#[macro_export]
macro_rules! record {
    ($name:ident { $($index:literal $wire:literal $field:ident,)* }) => {
        $crate::record! { @ $name { $($index $wire $field,)* } $crate::private::PassedOver {} }
    };
    ($name:ident { $($index:literal $wire:literal $field:ident,)* rest $rest:ident: $rest_type:ty, }) => {
        $crate::record! { @ $name { $($index $wire $field,)* } $rest_type { $rest } }
    };
    (@ $name:ident { $($index:literal $wire:literal $field:ident,)* } $rest_type:ty { $($rest:ident)? }) => {
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                const NAMES: &[&str] = &[$($wire),*];

                struct Fields;

                impl<'de> ::serde::de::Visitor<'de> for Fields {
                    type Value = $name;

                    fn expecting(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        formatter.write_str(concat!("struct ", stringify!($name)))
                    }

                    fn visit_map<A: ::serde::de::MapAccess<'de>>(
                        self,
                        mut map: A,
                    ) -> Result<$name, A::Error> {
                        $(let mut $field = None;)*
                        let mut rest = <$rest_type>::default();
                        while let Some(member) = map.next_key_seed($crate::private::Member::of(NAMES, &rest))? {
                            match member {
                                $(Ok($index) => $crate::private::fill(&mut $field, $wire, &mut map)?,)*
                                Ok(_) => unreachable!("a place among the names"),
                                Err(name) => $crate::private::Rest::take(&mut rest, name, &mut map)?,
                            }
                        }
                        Ok($name {
                            $($field: $crate::private::filled($field, $wire)?,)*
                            $($rest: rest,)?
                        })
                    }
                }

                deserializer.deserialize_struct(stringify!($name), NAMES, Fields)
            }
        }
    };
}

/// Reads a member's name: its place among `names`, or what `rest` needs to know of it.
pub struct Member<R> {
    names: &'static [&'static str],
    rest: PhantomData<R>,
}

impl<R> Member<R> {
    pub fn of(names: &'static [&'static str], _rest: &R) -> Member<R> {
        Member { names, rest: PhantomData }
    }
}

impl<'de, R: Rest<'de>> DeserializeSeed<'de> for Member<R> {
    type Value = Result<usize, R::Name>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de, R: Rest<'de>> Visitor<'de> for Member<R> {
    type Value = Result<usize, R::Name>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("field identifier")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(self.names.iter().position(|name| *name == text).ok_or_else(|| R::name(text)))
    }
}

/// What becomes of the members without a name.
pub trait Rest<'de> {
    /// What is kept of a name until the value is read.
    type Name;

    fn name(text: &str) -> Self::Name;

    /// Reads the value that belongs to `name`.
    fn take<A: MapAccess<'de>>(&mut self, name: Self::Name, map: &mut A) -> Result<(), A::Error>;
}

/// They are read and forgotten.
#[derive(Default)]
pub struct PassedOver;

impl<'de> Rest<'de> for PassedOver {
    type Name = ();

    fn name(_: &str) {}

    fn take<A: MapAccess<'de>>(&mut self, (): (), map: &mut A) -> Result<(), A::Error> {
        map.next_value::<IgnoredAny>().map(drop)
    }
}

impl<'de, T: Deserialize<'de>> Rest<'de> for IndexMap<String, T> {
    type Name = String;

    fn name(text: &str) -> String {
        text.to_owned()
    }

    fn take<A: MapAccess<'de>>(&mut self, name: String, map: &mut A) -> Result<(), A::Error> {
        let value = map.next_value()?;
        self.insert(name, value);
        Ok(())
    }
}

impl<'de> Rest<'de> for serde_json::Map<String, Value> {
    type Name = String;

    fn name(text: &str) -> String {
        text.to_owned()
    }

    fn take<A: MapAccess<'de>>(&mut self, name: String, map: &mut A) -> Result<(), A::Error> {
        let value = map.next_value()?;
        self.insert(name, value);
        Ok(())
    }
}

/// Reads the value of the field `name`, which may come once.
pub fn fill<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    field: &mut Option<T>,
    name: &'static str,
    map: &mut A,
) -> Result<(), A::Error> {
    if field.is_some() {
        return Err(A::Error::duplicate_field(name));
    }
    *field = Some(map.next_value()?);
    Ok(())
}

/// The field `name` when all members are read.
pub fn filled<'de, T: Deserialize<'de>, E: Error>(field: Option<T>, name: &'static str) -> Result<T, E> {
    match field {
        Some(value) => Ok(value),
        None => T::deserialize(Missing { name, error: PhantomData }),
    }
}

/// What a type that can do without a value makes of none: an `Option` is `None`, all else is an error.
struct Missing<E> {
    name: &'static str,
    error: PhantomData<E>,
}

impl<'de, E: Error> Deserializer<'de> for Missing<E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, E> {
        Err(E::missing_field(self.name))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_none()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use crate::{AgentConfig, AssistantMessagePath, FileDiff, PermissionRule};

    fn refusal<T: serde::de::DeserializeOwned + std::fmt::Debug>(text: &str) -> String {
        serde_json::from_str::<T>(text).expect_err("it is not of the contract's form").to_string()
    }

    #[test]
    fn members_come_in_any_order_and_unknown_ones_are_passed_over() {
        let read = serde_json::from_str::<AssistantMessagePath>(r#"{"x": [{}], "root": "/r", "cwd": "/c"}"#);
        let read = read.expect("a path");
        assert_eq!((read.cwd.as_str(), read.root.as_str()), ("/c", "/r"));
    }

    #[test]
    fn a_refusal_names_the_member_and_its_place() {
        assert_eq!(
            refusal::<AssistantMessagePath>(r#"{"cwd": ""}"#),
            "missing field `root` at line 1 column 11"
        );
        assert_eq!(
            refusal::<AssistantMessagePath>(r#"{"cwd": "", "cwd": ""}"#),
            "duplicate field `cwd` at line 1 column 17"
        );
        assert_eq!(
            refusal::<AssistantMessagePath>(r#"{"cwd": 1}"#),
            "invalid type: integer `1`, expected a string at line 1 column 9"
        );
        assert!(refusal::<PermissionRule>("7").contains("expected struct PermissionRule"));
    }

    #[test]
    fn an_array_is_no_struct() {
        assert!(refusal::<AssistantMessagePath>(r#"["/c", "/r"]"#).starts_with("invalid type: sequence"));
    }

    #[test]
    fn members_without_a_name_are_kept_where_the_contract_lets_them() {
        let read: AgentConfig = serde_json::from_str(r#"{"b": 2, "prompt": "p", "a": [null]}"#).expect("one");
        assert_eq!(read.prompt.as_deref(), Some("p"));
        assert_eq!(serde_json::to_string(&read).expect("JSON"), r#"{"prompt":"p","b":2,"a":[null]}"#);
        assert_eq!(serde_json::from_str::<AgentConfig>(r#"{"prompt": null}"#).expect("one").prompt, None);
    }

    #[test]
    fn other_inputs_than_text_are_read_too() {
        let diff =
            serde_json::json!({"file": "f", "before": "", "after": "a", "additions": 1, "deletions": 0});
        let read: FileDiff = serde_json::from_value(diff.clone()).expect("a diff");
        assert_eq!(serde_json::to_value(&read).expect("JSON"), diff);
    }
}
