//! Finds members and places in bare JSON. A comparison does so a million times, and hashing a name takes longer than
//! comparing it with the few that an object of a contract has.

use serde_json::{Map, Value};

use super::Pointer;
use super::pointer::unescape;

/// Objects of more members are asked by hash.
const FEW: usize = 8;

/// The member `name` of an object.
pub(crate) fn member<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    entry(object, name).map(|(_, value)| value)
}

/// The same with the name as the object holds it.
pub(crate) fn entry<'a>(object: &'a Map<String, Value>, name: &str) -> Option<(&'a String, &'a Value)> {
    if object.len() > FEW {
        return object.get_key_value(name);
    }
    object.iter().find(|(key, _)| *key == name)
}

/// The member `name` of a value that may be an object.
pub(crate) fn get<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    member(value.as_object()?, name)
}

/// The member `name` of an object, to be changed.
#[cfg(feature = "generate")]
pub(crate) fn member_mut<'a>(object: &'a mut Map<String, Value>, name: &str) -> Option<&'a mut Value> {
    if object.len() > FEW {
        return object.get_mut(name);
    }
    object.iter_mut().find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// The text of a reference object's `$ref`.
pub fn reference(value: &Value) -> Option<&str> {
    get(value, "$ref")?.as_str()
}

/// What a value means that may be a `$ref`, through any number of them. A reference that leads nowhere, or in a
/// circle, is returned as it is.
#[cfg(feature = "generate")]
pub(crate) fn meant<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    last(document, value).map_or(value, |(_, found)| found)
}

/// The same with the place where it stands.
pub fn follow<'a>(document: &'a Value, pointer: Pointer, value: &'a Value) -> (Pointer, &'a Value) {
    let found = last(document, value).and_then(|(at, found)| Some((Pointer::from_reference(at)?, found)));
    found.unwrap_or((pointer, value))
}

/// The last reference of the chain that begins at `value`, and what stands there.
fn last<'a>(document: &'a Value, value: &'a Value) -> Option<(&'a str, &'a Value)> {
    const LONGEST_CHAIN: usize = 32;
    let mut here = None;
    for _ in 0..LONGEST_CHAIN {
        let Some(target) = reference(here.map_or(value, |(_, value)| value)) else { break };
        match resolve(document, target) {
            Some(found) => here = Some((target, found)),
            None => break,
        }
    }
    here
}

/// What the target of a `$ref` stands for in its own document.
pub(crate) fn resolve<'a>(document: &'a Value, reference: &str) -> Option<&'a Value> {
    match reference.strip_prefix('#')? {
        encoded if encoded.contains('%') => Pointer::from_reference(reference)?.get(document),
        plain if plain.is_empty() || plain.starts_with('/') => descend(document, plain),
        _ => None,
    }
}

/// The value at a JSON pointer. Unlike `Value::pointer` it makes no copy of each step.
pub(super) fn descend<'a>(document: &'a Value, pointer: &str) -> Option<&'a Value> {
    let (mut value, mut rest) = (document, pointer);
    while let Some(steps) = rest.strip_prefix('/') {
        let end = steps.bytes().position(|byte| byte == b'/').unwrap_or(steps.len());
        let step = unescape(&steps[..end]);
        value = match value {
            Value::Object(members) => member(members, &step)?,
            // A number as it is written in JSON: `01` and `+1` are none.
            Value::Array(_) if step.starts_with('+') || (step.starts_with('0') && step.len() > 1) => {
                return None;
            }
            Value::Array(items) => items.get(step.parse::<usize>().ok()?)?,
            _ => return None,
        };
        rest = &steps[end..];
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn few_and_many_members_are_found_alike() {
        for count in [0, 1, FEW, FEW + 1] {
            let object: Map<String, Value> = (0..count).map(|n| (format!("n{n}"), json!(n))).collect();
            for n in 0..count {
                assert_eq!(member(&object, &format!("n{n}")), Some(&json!(n)));
            }
            assert_eq!(member(&object, "n"), None);
        }
        assert_eq!(get(&json!([1]), "n"), None);
    }

    #[test]
    fn a_reference_leads_where_its_pointer_does() {
        let document = json!({"a/b~c": [10, {"": 11}], "{x}": 12});
        for reference in ["#", "#/a~1b~0c/1/", "#/a~1b~0c/01", "#/%7Bx%7D", "#/{x}", "#x", "a#/{x}", "#/%zz"]
        {
            let pointer = Pointer::from_reference(reference);
            assert_eq!(
                resolve(&document, reference),
                pointer.and_then(|pointer| document.pointer(pointer.to_string().trim_start_matches('#'))),
                "{reference}"
            );
        }
    }
}
