//! Smaller calls like one that failed: fewer members, shorter texts, smaller numbers.
//!
//! Start at [`smaller`]. Whether one of them is still of the same kind, and still fails, is for whoever asks.

use serde_json::{Map, Value, json};

use crate::plan::Step;

/// Calls that have a little less than this one, the greatest steps first. What stands at a `fixed` place stays as it is:
/// it is prescribed, or it is what the call is about.
pub(crate) fn smaller(step: &Step, fixed: &dyn Fn(&str) -> bool) -> Vec<Step> {
    let mut calls = Vec::new();
    if let Some(body) = &step.body {
        calls.extend(
            values(body, "", fixed).into_iter().map(|body| Step { body: Some(body), ..step.clone() }),
        );
    }
    for (name, value) in &step.query {
        let mut fewer = step.clone();
        fewer.query.shift_remove(name);
        calls.push(fewer);
        for value in values(value, &format!("query {name}"), fixed) {
            let mut less = step.clone();
            less.query.insert(name.clone(), value);
            calls.push(less);
        }
    }
    calls
}

/// Values that are smaller than this one, which stands at `at`.
fn values(value: &Value, at: &str, fixed: &dyn Fn(&str) -> bool) -> Vec<Value> {
    match value {
        _ if fixed(at) => Vec::new(),
        Value::Object(members) => objects(members, at, fixed),
        Value::Array(elements) => lists(elements, at, fixed),
        Value::String(text) => texts(text),
        Value::Number(number) => numbers(number.as_f64().unwrap_or_default()),
        Value::Null | Value::Bool(_) => Vec::new(),
    }
}

fn objects(members: &Map<String, Value>, at: &str, fixed: &dyn Fn(&str) -> bool) -> Vec<Value> {
    let mut smaller = Vec::new();
    // Half of the members at once first, then one after the other.
    if members.len() > 3 {
        let half = members.len() / 2;
        let some = |from: usize, count: usize| members.clone().into_iter().skip(from).take(count).collect();
        smaller.extend([Value::Object(some(0, half)), Value::Object(some(half, members.len()))]);
    }
    for name in members.keys() {
        let mut fewer = members.clone();
        fewer.shift_remove(name);
        smaller.push(Value::Object(fewer));
    }
    for (name, member) in members {
        smaller.extend(values(member, &format!("{at}/{name}"), fixed).into_iter().map(|value| {
            let mut less = members.clone();
            less.insert(name.clone(), value);
            Value::Object(less)
        }));
    }
    smaller
}

fn lists(elements: &[Value], at: &str, fixed: &dyn Fn(&str) -> bool) -> Vec<Value> {
    let mut smaller = Vec::new();
    if !elements.is_empty() {
        smaller.push(json!([]));
    }
    if elements.len() > 1 {
        smaller.push(json!(elements[..1]));
        smaller.push(json!(elements[..elements.len() / 2]));
        smaller.push(json!(elements[..elements.len() - 1]));
    }
    if let [element] = elements {
        smaller.extend(values(element, &format!("{at}/0"), fixed).into_iter().map(|value| json!([value])));
    }
    smaller
}

/// A placeholder is not shortened: what it stands for is not in the step.
fn texts(text: &str) -> Vec<Value> {
    if text.is_empty() || text.starts_with('{') {
        return Vec::new();
    }
    let letters: Vec<char> = text.chars().collect();
    let (count, half) = (letters.len(), letters.len() / 2);
    // What it is about may be anywhere: both halves, and all but the last or the first letter.
    let mut parts = vec![0..0, 0..half, half..count, 0..count - 1, 1..count];
    parts.retain(|part| part.len() < count);
    let mut smaller: Vec<Value> =
        parts.into_iter().map(|part| json!(letters[part].iter().collect::<String>())).collect();
    smaller.dedup();
    smaller
}

fn numbers(number: f64) -> Vec<Value> {
    let candidates = [0.0, number.signum(), number.trunc(), (number / 2.0).trunc()];
    let smaller = candidates.into_iter().filter(|candidate| candidate.abs() < number.abs());
    smaller.map(super::values::plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The smallest body that still fails, found as a replay finds it.
    fn shrunk(body: Value, fails: impl Fn(&Value) -> bool) -> Value {
        let mut step = Step { body: Some(body), ..Step::default() };
        let failing = |step: &Step| step.body.as_ref().is_some_and(&fails);
        while let Some(next) = smaller(&step, &|_| false).into_iter().find(failing) {
            step = next;
        }
        step.body.expect("it had one")
    }

    #[test]
    fn what_fails_is_made_as_small_as_it_can_be() {
        let body = json!({"a": 5, "text": "abcdefgü", "list": [{"n": 100.5}, 2, 3], "z": {"y": 1}});
        assert_eq!(shrunk(body.clone(), |_| true), json!({}));
        assert_eq!(
            shrunk(body.clone(), |body| body["text"].as_str().is_some_and(|text| text.contains('ü'))),
            json!({"text": "ü"})
        );
        assert_eq!(
            shrunk(body.clone(), |body| body["list"].as_array().is_some_and(|list| list.len() > 1)),
            json!({"list": [{"n": 100.5}, 2]})
        );
        assert_eq!(
            shrunk(body, |body| body.pointer("/list/0/n").is_some_and(|n| n.as_f64() > Some(9.0))),
            json!({"list": [{"n": 12}]})
        );
    }

    #[test]
    fn what_is_fixed_stays_or_goes_as_a_whole() {
        let step =
            Step { body: Some(json!({"command": "true", "list": [{"x": "long"}]})), ..Step::default() };
        let fixed = |at: &str| matches!(at, "/command" | "/list/0/x");
        let bodies: Vec<_> = smaller(&step, &fixed).into_iter().filter_map(|step| step.body).collect();
        assert!(bodies.contains(&json!({"list": [{"x": "long"}]})));
        for body in bodies {
            let kept = |pointer: &str, value: &str| body.pointer(pointer).is_none_or(|found| found == value);
            assert!(kept("/command", "true") && kept("/list/0/x", "long"), "{body}");
        }
    }

    #[test]
    fn every_step_is_smaller_so_it_ends() {
        for value in [json!(-7.5), json!(1), json!("x"), json!([[1]]), json!({"a": "é"})] {
            let mut step = Step { body: Some(value), ..Step::default() };
            for round in 0.. {
                assert!(round < 100, "{:?}", step.body);
                match smaller(&step, &|_| false).pop() {
                    Some(next) => step = next,
                    None => break,
                }
            }
        }
    }
}
