use serde::de::{
    self, Deserialize, DeserializeSeed, Deserializer, MapAccess, Visitor,
    value::{MapAccessDeserializer, StringDeserializer},
};
use serde::{Serialize, Serializer};
use serde_json::Value;

/// JSON number as JavaScript prints it: an integral f64 has no `.0`.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Number(pub f64);
impl Serialize for Number {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        const SAFE: f64 = 9_007_199_254_740_992.0;
        if self.0.fract() == 0.0 && self.0.abs() <= SAFE {
            s.serialize_i64(self.0 as i64)
        } else {
            s.serialize_f64(self.0)
        }
    }
}
impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        f64::deserialize(d).map(Number)
    }
}
impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
impl std::str::FromStr for Number {
    type Err = std::num::ParseFloatError;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        s.parse().map(Number)
    }
}
impl From<f64> for Number {
    fn from(v: f64) -> Self {
        Number(v)
    }
}
impl From<i64> for Number {
    fn from(v: i64) -> Self {
        Number(v as f64)
    }
}
impl From<Number> for f64 {
    fn from(v: Number) -> f64 {
        v.0
    }
}
impl schemars::JsonSchema for Number {
    fn schema_name() -> String {
        "number".into()
    }
    fn is_referenceable() -> bool {
        false
    }
    fn json_schema(_: &mut schemars::r#gen::SchemaGenerator) -> schemars::schema::Schema {
        schemars::schema::SchemaObject {
            instance_type: Some(schemars::schema::InstanceType::Number.into()),
            ..Default::default()
        }
        .into()
    }
}

/// number, or one of the strings "NaN", "Infinity", "-Infinity".
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct AnyNumber(pub f64);
impl Serialize for AnyNumber {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        if self.0.is_finite() {
            Number(self.0).serialize(s)
        } else {
            s.serialize_str(if self.0.is_nan() {
                "NaN"
            } else if self.0 > 0.0 {
                "Infinity"
            } else {
                "-Infinity"
            })
        }
    }
}
impl<'de> Deserialize<'de> for AnyNumber {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct V;
        impl Visitor<'_> for V {
            type Value = AnyNumber;
            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("a number, \"NaN\", \"Infinity\" or \"-Infinity\"")
            }
            fn visit_f64<E>(self, v: f64) -> Result<AnyNumber, E> {
                Ok(AnyNumber(v))
            }
            fn visit_i64<E>(self, v: i64) -> Result<AnyNumber, E> {
                Ok(AnyNumber(v as f64))
            }
            fn visit_u64<E>(self, v: u64) -> Result<AnyNumber, E> {
                Ok(AnyNumber(v as f64))
            }
            fn visit_str<E: de::Error>(self, s: &str) -> Result<AnyNumber, E> {
                match s {
                    "NaN" => Ok(AnyNumber(f64::NAN)),
                    "Infinity" => Ok(AnyNumber(f64::INFINITY)),
                    "-Infinity" => Ok(AnyNumber(f64::NEG_INFINITY)),
                    _ => Err(E::invalid_value(de::Unexpected::Str(s), &self)),
                }
            }
        }
        d.deserialize_any(V)
    }
}
impl schemars::JsonSchema for AnyNumber {
    fn schema_name() -> String {
        "AnyNumber".into()
    }
    fn is_referenceable() -> bool {
        false
    }
    fn json_schema(_: &mut schemars::r#gen::SchemaGenerator) -> schemars::schema::Schema {
        schemars::schema::SchemaObject {
            instance_type: Some(schemars::schema::InstanceType::Number.into()),
            format: Some("non-finite".into()),
            ..Default::default()
        }
        .into()
    }
}

/// `type: "text"` and friends: one zero-sized type per wire literal.
#[macro_export]
macro_rules! literals { ($($n:ident = $s:literal;)*) => { $(
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)] pub struct $n;
    impl $n { pub const VALUE: &'static str = $s; }
    impl ::std::fmt::Display for $n { fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result { f.write_str($s) } }
    impl ::serde::Serialize for $n { fn serialize<S: ::serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.serialize_str($s) } }
    impl<'de> ::serde::Deserialize<'de> for $n { fn deserialize<D: ::serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> { $crate::support::literal(d, $s).map(|()| $n) } }
    impl ::schemars::JsonSchema for $n {
        fn schema_name() -> String { $s.into() } fn is_referenceable() -> bool { false }
        fn json_schema(_: &mut ::schemars::r#gen::SchemaGenerator) -> ::schemars::schema::Schema { $crate::support::literal_schema($s) }
    } )* } }
pub fn literal<'de, D: Deserializer<'de>>(d: D, want: &'static str) -> Result<(), D::Error> {
    struct V(&'static str);
    impl Visitor<'_> for V {
        type Value = ();
        fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
            write!(f, "the string {:?}", self.0)
        }
        fn visit_str<E: de::Error>(self, s: &str) -> Result<(), E> {
            if s == self.0 { Ok(()) } else { Err(E::invalid_value(de::Unexpected::Str(s), &self)) }
        }
    }
    d.deserialize_str(V(want))
}
pub fn literal_schema(s: &str) -> schemars::schema::Schema {
    schemars::schema::SchemaObject {
        instance_type: Some(schemars::schema::InstanceType::String.into()),
        enum_values: Some(vec![s.into()]),
        ..Default::default()
    }
    .into()
}

macro_rules! bool_literal {
    ($n:ident, $v:literal) => {
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct $n;
        impl Serialize for $n {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_bool($v)
            }
        }
        impl<'de> Deserialize<'de> for $n {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                if bool::deserialize(d)? == $v {
                    Ok($n)
                } else {
                    Err(de::Error::custom(concat!("expected ", stringify!($v))))
                }
            }
        }
        impl schemars::JsonSchema for $n {
            fn schema_name() -> String {
                stringify!($n).into()
            }
            fn is_referenceable() -> bool {
                false
            }
            fn json_schema(_: &mut schemars::r#gen::SchemaGenerator) -> schemars::schema::Schema {
                schemars::schema::SchemaObject {
                    instance_type: Some(schemars::schema::InstanceType::Boolean.into()),
                    enum_values: Some(vec![$v.into()]),
                    ..Default::default()
                }
                .into()
            }
        }
    };
}
bool_literal!(True, true);
bool_literal!(False, false);
/// What a newer peer sent and this build has no name for.
#[derive(Clone, Debug, PartialEq)]
pub struct Unknown {
    pub tag: Option<String>,
    pub json: Value,
}

/// Replays the members read while looking for the tag, then goes on with the live map.
pub struct Replay<A> {
    head: std::vec::IntoIter<(String, Value)>,
    held: Option<Value>,
    rest: A,
}
impl<'de, A: MapAccess<'de>> MapAccess<'de> for Replay<A> {
    type Error = A::Error;
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        match self.head.next() {
            Some((k, v)) => {
                self.held = Some(v);
                seed.deserialize(StringDeserializer::new(k)).map(Some)
            }
            None => self.rest.next_key_seed(seed),
        }
    }
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.held.take() {
            Some(v) => seed.deserialize(v).map_err(de::Error::custom),
            None => self.rest.next_value_seed(seed),
        }
    }
}
/// Reads members up to and including the tag.
#[allow(clippy::type_complexity)]
pub fn find_tag<'de, A: MapAccess<'de>>(
    mut map: A,
    tag: &str,
) -> Result<(Option<String>, Replay<A>), A::Error> {
    let mut head = Vec::new();
    while let Some(k) = map.next_key::<String>()? {
        let v: Value = map.next_value()?;
        if k == tag {
            let t = v.as_str().map(str::to_owned);
            head.push((k, v));
            return Ok((t, Replay { head: head.into_iter(), held: None, rest: map }));
        }
        head.push((k, v));
    }
    Ok((None, Replay { head: head.into_iter(), held: None, rest: map }))
}
pub fn variant<'de, T: Deserialize<'de>, A: MapAccess<'de>>(m: Replay<A>, name: &str) -> Result<T, A::Error> {
    T::deserialize(MapAccessDeserializer::new(m)).map_err(|e| de::Error::custom(format_args!("{name}: {e}")))
}
pub fn union_schema(subs: Vec<schemars::schema::Schema>) -> schemars::schema::Schema {
    schemars::schema::SchemaObject {
        subschemas: Some(Box::new(schemars::schema::SubschemaValidation {
            any_of: Some(subs),
            ..Default::default()
        })),
        ..Default::default()
    }
    .into()
}
pub fn peek<'a>(json: &'a str, tag: &str) -> Option<std::borrow::Cow<'a, str>> {
    struct P<'t>(&'t str);
    impl<'de> DeserializeSeed<'de> for P<'_> {
        type Value = Option<std::borrow::Cow<'de, str>>;
        fn deserialize<D: Deserializer<'de>>(self, d: D) -> Result<Self::Value, D::Error> {
            d.deserialize_map(self)
        }
    }
    impl<'de> Visitor<'de> for P<'_> {
        type Value = Option<std::borrow::Cow<'de, str>>;
        fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
            f.write_str("an object")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut m: A) -> Result<Self::Value, A::Error> {
            let mut found = None;
            while let Some(k) = m.next_key::<Key<'de>>()? {
                if found.is_none() && k.0 == self.0 {
                    found = m.next_value::<Key<'de>>().ok().map(|k| k.0);
                    if found.is_none() {
                        return Ok(None);
                    }
                } else {
                    m.next_value::<de::IgnoredAny>()?;
                }
            }
            Ok(found)
        }
    }
    struct Key<'a>(std::borrow::Cow<'a, str>);
    impl<'de> Deserialize<'de> for Key<'de> {
        fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
            struct V;
            impl<'de> Visitor<'de> for V {
                type Value = Key<'de>;
                fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                    f.write_str("a string")
                }
                fn visit_borrowed_str<E>(self, s: &'de str) -> Result<Key<'de>, E> {
                    Ok(Key(s.into()))
                }
                fn visit_str<E>(self, s: &str) -> Result<Key<'de>, E> {
                    Ok(Key(s.to_owned().into()))
                }
            }
            d.deserialize_str(V)
        }
    }
    let mut d = serde_json::Deserializer::from_str(json);
    P(tag).deserialize(&mut d).ok().flatten()
}

/// Flavour chosen by cfg for the comparison; the recommended one is `stream`.
#[macro_export]
macro_rules! tagged_union {
    (pub enum $name:ident by $tag:literal { $($wire:literal => $v:ident($t:ident),)* } rest { $($o:ident($ot:ident)),* }) => {
        #[derive(Clone, Debug, PartialEq)]
        pub enum $name { $($v($t),)* $($o($ot),)* Unknown($crate::support::Unknown) }
        $(impl ::std::convert::From<$t> for $name { fn from(v: $t) -> Self { Self::$v(v) } })*
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                match self { $(Self::$v(x) => x.serialize(s),)* $(Self::$o(x) => x.serialize(s),)* Self::Unknown(u) => u.json.serialize(s) } }
        }
        $crate::tagged_union!(@de $name $tag { $($wire => $v($t),)* } { $($o($ot)),* });
        impl ::schemars::JsonSchema for $name {
            fn schema_name() -> String { stringify!($name).into() }
            fn json_schema(g: &mut ::schemars::r#gen::SchemaGenerator) -> ::schemars::schema::Schema { $crate::support::union_schema(vec![$(g.subschema_for::<$t>(),)* $(g.subschema_for::<$ot>(),)*]) }
        }
    };
    (@de $name:ident $tag:literal { $($wire:literal => $v:ident($t:ident),)* } { $($o:ident($ot:ident)),* }) => {

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                struct V;
                impl<'de> ::serde::de::Visitor<'de> for V {
                    type Value = $name;
                    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result { f.write_str(concat!(stringify!($name), " object with a ", $tag)) }
                    fn visit_map<A: ::serde::de::MapAccess<'de>>(self, m: A) -> Result<$name, A::Error> {
                        let (tag, m) = $crate::support::find_tag(m, $tag)?;
                        match tag.as_deref() {
                            $(Some($wire) => $crate::support::variant(m, concat!(stringify!($name), "::", stringify!($v))).map($name::$v),)*
                            tag => { let tag = tag.map(str::to_owned); let json: ::serde_json::Value = $crate::support::variant(m, "unknown")?;
                                $(if tag.is_none() && let Ok(v) = <$ot as ::serde::Deserialize>::deserialize(&json) { return Ok($name::$o(v)) })*
                                Ok($name::Unknown($crate::support::Unknown { tag, json })) }
                        }
                    }
                }
                d.deserialize_map(V)
            }
        }
    };
}

/// Request-only unions: an unknown tag is the caller's mistake.
#[macro_export]
macro_rules! tagged_union_closed {
    (pub enum $name:ident by $tag:literal { $($wire:literal => $v:ident($t:ident),)* } rest { $($o:ident($ot:ident)),* }) => {
        #[derive(Clone, Debug, PartialEq, ::serde::Serialize, ::schemars::JsonSchema)]
        #[serde(untagged)]
        pub enum $name { $($v($t),)* $($o($ot),)* }
        $(impl ::std::convert::From<$t> for $name { fn from(v: $t) -> Self { Self::$v(v) } })*
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                struct V;
                impl<'de> ::serde::de::Visitor<'de> for V {
                    type Value = $name;
                    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result { f.write_str(concat!(stringify!($name), " object with a ", $tag)) }
                    fn visit_map<A: ::serde::de::MapAccess<'de>>(self, m: A) -> Result<$name, A::Error> {
                        let (tag, m) = $crate::support::find_tag(m, $tag)?;
                        match tag.as_deref() {
                            $(Some($wire) => $crate::support::variant(m, concat!(stringify!($name), "::", stringify!($v))).map($name::$v),)*
                            Some(t) => Err(::serde::de::Error::unknown_variant(t, &[$($wire),*])),
                            None => { let json: ::serde_json::Value = $crate::support::variant(m, stringify!($name))?; let _ = &json;
                                $(if let Ok(v) = <$ot as ::serde::Deserialize>::deserialize(&json) { return Ok($name::$o(v)) })*
                                Err(::serde::de::Error::missing_field($tag)) }
                        }
                    }
                }
                d.deserialize_map(V)
            }
        }
    };
}
