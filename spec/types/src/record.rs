//! Decoding of structs, in a form that compiles fast.
//!
//! serde's derive gives every struct an enum of its fields with a visitor of its own, and a second way in for arrays,
//! which no struct of a contract may be. Both are compiled for each struct and each kind of input. Here the search for a
//! name and the slot of a field are functions that all structs share, which takes a third off the time that this crate
//! takes to compile. Start at [`record!`](crate::record!).

use std::fmt;
use std::marker::PhantomData;

use indexmap::IndexMap;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

/// `Deserialize` for a struct: number, wire name and name of each field, those that must be there and those whose type is
/// an `Option`, and `rest` for the field that takes the members without a name.
///
/// As with serde's derive, a member that comes twice is an error, and one without a name is passed over where there is no
/// `rest`.
// Each `?`, and each method of `Option` and `Result`, would be compiled again for every field: hence the `match`es.
#[macro_export]
macro_rules! record {
    ($name:ident { required $required:tt optional $optional:tt }) => {
        $crate::record! { @ $name $required $optional $crate::private::PassedOver {} }
    };
    ($name:ident { required $required:tt optional $optional:tt rest $rest:ident: $rest_type:ty, }) => {
        $crate::record! { @ $name $required $optional $rest_type { $rest } }
    };
    (@ $name:ident
        { $($index:literal $wire:literal $field:ident,)* }
        { $($optional_index:literal $optional_wire:literal $optional:ident,)* }
        $rest_type:ty { $($rest:ident)? }
    ) => {
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                const NAMES: &[&str] = &[$($wire,)* $($optional_wire,)*];

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
                        $(let mut $optional = None;)*
                        let mut rest = <$rest_type>::default();
                        loop {
                            let read = match map.next_key_seed($crate::private::Member::of(NAMES, &rest)) {
                                Ok(None) => break,
                                $(Ok(Some(Ok($index))) => $crate::private::fill(&mut $field, $wire, &mut map),)*
                                $(Ok(Some(Ok($optional_index))) => {
                                    $crate::private::fill(&mut $optional, $optional_wire, &mut map)
                                })*
                                Ok(Some(Ok(_))) => unreachable!("a place among the names"),
                                Ok(Some(Err(name))) => $crate::private::Rest::take(&mut rest, name, &mut map),
                                Err(error) => Err(error),
                            };
                            if let Err(error) = read {
                                return Err(error);
                            }
                        }
                        Ok($name {
                            $($field: match $field {
                                Some(value) => value,
                                None => return Err(::serde::de::Error::missing_field($wire)),
                            },)*
                            $($optional: match $optional {
                                Some(value) => value,
                                None => None,
                            },)*
                            $($rest: rest,)?
                        })
                    }
                }

                deserializer.deserialize_map(Fields)
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
    let None = field else { return Err(A::Error::duplicate_field(name)) };
    match map.next_value_seed(PhantomData) {
        Ok(value) => {
            *field = Some(value);
            Ok(())
        }
        Err(error) => Err(error),
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
