//! What the contract forbids and the types let pass: null in the place of an optional member, and integers beyond those
//! that JavaScript can hold.
//!
//! Neither shows in a decoded value. Both are rare, so the price is paid only by bodies in which one stands: there, the
//! place is given another value, and what the type makes of that tells what the contract has there. Start at [`broken`].

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// More places than this are not looked at: each costs decoding the body once more.
const MOST_PLACES: usize = 64;
/// The contract's bounds of every integer: those up to which JavaScript tells neighbours apart.
const GREATEST: u64 = 9_007_199_254_740_991;

/// What is wrong with a body that decodes.
#[derive(Debug)]
pub(super) struct Broken {
    pub path: Vec<Value>,
    pub message: &'static str,
    /// The whole body.
    pub input: Value,
}

/// The first place where `body`, from which `value` was decoded, breaks the letter of the contract.
pub(super) fn broken<T: DeserializeOwned + Serialize>(value: &T, body: &[u8]) -> Option<Broken> {
    let null = body.windows(4).any(|word| word == b"null");
    let large = body.windows(16).any(|word| word.iter().all(u8::is_ascii_digit));
    if !null && !large {
        return None;
    }
    let mut input: Value = serde_json::from_slice(body).ok()?;
    let kept = serde_json::to_value(value).ok()?;
    let mut places = Vec::new();
    find(&input, Some(&kept), &mut Vec::new(), &mut places);
    places.into_iter().find_map(|path| {
        let place = at(&mut input, &path)?;
        let null = place.is_null();
        // What is known takes no list without a trace; an integer takes no fraction.
        let sent = std::mem::replace(place, if null { json!([]) } else { json!(0.5) });
        let again = opencode_types::strict(|| T::deserialize(&input)).and_then(serde_json::to_value);
        *at(&mut input, &path)? = sent;
        let message = match again {
            // A member that the contract does not know is forgotten, whatever stands there.
            Ok(again) if null && again == kept => return None,
            Ok(_) if !null => return None,
            _ if null => "null is not allowed here; leave the member out",
            _ => "an integer of the contract lies between -9007199254740991 and 9007199254740991",
        };
        Some(Broken { path, message, input: input.clone() })
    })
}

/// The places of large integers, and of nulls of which nothing was kept: a null that was kept may stand there.
fn find(value: &Value, kept: Option<&Value>, path: &mut Vec<Value>, places: &mut Vec<Vec<Value>>) {
    let mut below = |segment: Value, value: &Value, kept: Option<&Value>| {
        path.push(segment);
        find(value, kept, path, places);
        path.pop();
    };
    match value {
        // Nothing below a forgotten member is known.
        Value::Object(_) | Value::Array(_) if kept.is_none() => {}
        Value::Object(members) => {
            for (name, value) in members {
                below(json!(name), value, kept.and_then(|kept| kept.get(name)));
            }
        }
        Value::Array(elements) => {
            for (index, value) in elements.iter().enumerate() {
                below(json!(index), value, kept.and_then(|kept| kept.get(index)));
            }
        }
        Value::Null if kept.is_none() && places.len() < MOST_PLACES => places.push(path.clone()),
        Value::Number(number) if kept.is_some() && places.len() < MOST_PLACES => {
            let size = number.as_i64().map(i64::unsigned_abs).or_else(|| number.as_u64());
            if size.is_some_and(|size| size > GREATEST) {
                places.push(path.clone());
            }
        }
        _ => {}
    }
}

fn at<'a>(value: &'a mut Value, path: &[Value]) -> Option<&'a mut Value> {
    path.iter().try_fold(value, |value, segment| match segment {
        Value::String(name) => value.get_mut(name),
        index => value.get_mut(usize::try_from(index.as_u64()?).ok()?),
    })
}

#[cfg(test)]
mod tests {
    use opencode_types::{Number, SessionPromptBody};
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize, Serialize)]
    struct Input {
        #[serde(skip_serializing_if = "Option::is_none")]
        labels: Option<Vec<String>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        count: Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        price: Option<Number>,
        #[serde(default)]
        free: serde_json::Map<String, Value>,
    }

    /// Where it is broken; an empty path: nowhere.
    fn path<T: DeserializeOwned + Serialize>(body: &str) -> Value {
        let value: T = serde_json::from_str(body).expect("it decodes");
        broken(&value, body.as_bytes()).map_or(json!([]), |broken| json!(broken.path))
    }

    #[test]
    fn null_is_no_absent_member() {
        assert_eq!(path::<Input>(r#"{"labels":null}"#), json!(["labels"]));
        assert_eq!(path::<Vec<Input>>(r#"[{},{"count":null}]"#), json!([1, "count"]));
        assert_eq!(path::<Input>(r#"{"labels":["null"]}"#), json!([]));
    }

    #[test]
    fn integers_are_those_of_javascript() {
        assert_eq!(path::<Input>(r#"{"count":9007199254740992}"#), json!(["count"]));
        assert_eq!(path::<Input>(r#"{"count":-9007199254740992}"#), json!(["count"]));
        assert_eq!(path::<Input>(r#"{"count":9007199254740991}"#), json!([]));
        assert_eq!(path::<Input>(r#"{"price":9007199254740993}"#), json!([]));
    }

    #[test]
    fn where_anything_may_stand_anything_may_stand() {
        let body = r#"{"free":{"a":null,"b":[null, 9007199254740999]},"other":null,"more":{"a":[null]}}"#;
        assert_eq!(path::<Input>(body), json!([]));
    }

    #[test]
    fn members_of_unions_are_looked_at_too() {
        let body = |source: &str| {
            format!(r#"{{"parts":[{{"type":"file","mime":"a/b","url":"data:,x","source":{source}}}]}}"#)
        };
        assert_eq!(path::<SessionPromptBody>(&body("null")), json!(["parts", 0, "source"]));
        let text = r#"{"type":"file","path":"a","text":{"value":"a","start":0,"end":9007199254740992}}"#;
        assert_eq!(path::<SessionPromptBody>(&body(text)), json!(["parts", 0, "source", "text", "end"]));
    }

    #[test]
    fn a_flood_of_nulls_is_not_looked_through() {
        let flood: String = (0..100_000).map(|number| format!(r#""a{number}":null,"#)).collect();
        assert_eq!(path::<Input>(&format!(r#"{{{flood}"free":{{}}}}"#)), json!([]));
    }
}
