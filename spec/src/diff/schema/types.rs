//! Sets of JSON types, and what one scalar value is.

use serde_json::{Number, Value, json};

/// A set of JSON types. An integer is a number, so `number` is made of two: whole and broken ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Types(u8);

impl Types {
    pub const NONE: Self = Self(0);
    pub const NULL: Self = Self(1);
    pub const BOOLEAN: Self = Self(2);
    pub const INTEGER: Self = Self(4);
    pub const FRACTION: Self = Self(8);
    pub const NUMBER: Self = Self(4 | 8);
    pub const STRING: Self = Self(16);
    pub const ARRAY: Self = Self(32);
    pub const OBJECT: Self = Self(64);
    /// Every type but `null`, which is judged on its own.
    pub const VALUES: Self = Self(2 | 4 | 8 | 16 | 32 | 64);
    pub const ALL: Self = Self(127);

    /// The types that JSON Schema has a name for, the wider before the narrower.
    const NAMED: [(Self, &'static str); 7] = [
        (Self::STRING, "string"),
        (Self::NUMBER, "number"),
        (Self::INTEGER, "integer"),
        (Self::BOOLEAN, "boolean"),
        (Self::ARRAY, "array"),
        (Self::OBJECT, "object"),
        (Self::NULL, "null"),
    ];

    /// The value of a `type` keyword; `None` if it is not one.
    pub fn read(keyword: &Value) -> Option<Self> {
        match keyword {
            Value::String(name) => {
                Self::NAMED.iter().find(|(_, known)| known == name).map(|(types, _)| *types)
            }
            Value::Array(names) => names.iter().try_fold(Self::NONE, |all, name| {
                if name.is_string() { Some(all.with(Self::read(name)?)) } else { None }
            }),
            _ => None,
        }
    }

    pub fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::NULL,
            Value::Bool(_) => Self::BOOLEAN,
            Value::Number(number) if is_whole(number) => Self::INTEGER,
            Value::Number(_) => Self::FRACTION,
            Value::String(_) => Self::STRING,
            Value::Array(_) => Self::ARRAY,
            Value::Object(_) => Self::OBJECT,
        }
    }

    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Each of its types alone; `number` is one.
    pub fn each(self) -> impl Iterator<Item = Self> {
        [Self::STRING, Self::NUMBER, Self::BOOLEAN, Self::ARRAY, Self::OBJECT, Self::NULL]
            .into_iter()
            .map(move |types| self.and(types))
            .filter(|types| !types.is_empty())
    }

    /// As a `type` keyword would spell it.
    pub fn spelled(self) -> Value {
        let mut rest = self;
        let mut names = Vec::new();
        for (types, name) in Self::NAMED {
            if !rest.is_empty() && types.is_within(rest) {
                names.push(name);
                rest = rest.without(types);
            }
        }
        match names[..] {
            [name] => json!(name),
            _ if self == Self::ALL || self == Self::VALUES => json!("any"),
            [] => json!("nothing"),
            _ => json!(names),
        }
    }
}

fn is_whole(number: &Number) -> bool {
    number.is_i64() || number.is_u64() || number.as_f64().is_some_and(|number| number.fract() == 0.0)
}

/// Whether two JSON values are the same to JSON Schema: `1` is `1.0`, and members have no order.
pub(super) fn same_value(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(a), Value::Number(b)) => a == b || key(left) == key(right),
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same_value(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left.iter().all(|(key, left)| right.get(key).is_some_and(|right| same_value(left, right)))
        }
        _ => left == right,
    }
}

/// A text that is the same for values that are the same: what sets of values are keyed by.
pub(super) fn key(value: &Value) -> String {
    match value {
        Value::Number(number) if !number.is_i64() && !number.is_u64() && is_whole(number) => {
            // As a whole number is written. A whole number itself is not made a float: it may be too precise for one.
            format!("{:.0}", number.as_f64().unwrap_or_default() + 0.0)
        }
        Value::Object(members) => {
            let mut members: Vec<String> =
                members.iter().map(|(name, value)| format!("{name:?}:{}", key(value))).collect();
            members.sort_unstable();
            format!("{{{}}}", members.join(","))
        }
        Value::Array(elements) => {
            format!("[{}]", elements.iter().map(key).collect::<Vec<_>>().join(","))
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_spelled_as_a_schema_would() {
        let spelled = |keyword: Value| Types::read(&keyword).map(Types::spelled);
        assert_eq!(spelled(json!("number")), Some(json!("number")));
        assert_eq!(spelled(json!(["null", "integer"])), Some(json!(["integer", "null"])));
        assert_eq!(spelled(json!(["integer", "number"])), Some(json!("number")));
        assert_eq!(spelled(json!("text")), None);
        assert_eq!(spelled(json!([["string"]])), None);
        assert_eq!(Types::ALL.spelled(), json!("any"));
    }

    #[test]
    fn numbers_are_equal_however_they_are_written() {
        for (left, right, same) in [
            (json!(1), json!(1.0), true),
            (json!([1, {"a": 2.0, "b": 1}]), json!([1.0, {"b": 1, "a": 2}]), true),
            (json!(1), json!(1.5), false),
            (json!("1"), json!(1), false),
            (json!(-0.0), json!(0), true),
            (json!(9_007_199_254_740_993_u64), json!(9_007_199_254_740_992_u64), false),
            (json!(9_007_199_254_740_992_u64), json!(9_007_199_254_740_992.0), true),
            (json!([u64::MAX]), json!([u64::MAX - 1]), false),
        ] {
            assert_eq!(same_value(&left, &right), same, "{left} {right}");
            assert_eq!(key(&left) == key(&right), same, "{left} {right}");
        }
    }
}
