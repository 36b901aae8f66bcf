//! Values at the edges of what a schema allows: one place of the call is put to an edge, the rest is as small as it can
//! be.
//!
//! Start at [`Maker::boundaries`].

use serde_json::{Map, Value, json};

use super::pattern::matching;
use super::schema::Node;
use super::values::{Maker, Style, WORD, plain, range};

/// Elements of a list, and members of a map, that is called long.
const MANY: usize = 40;
/// Letters of a text that is called long: more than a name of a file may have.
const LONG: usize = 300;
/// Letters that are often lost or misread. Nothing in it has a meaning for a shell.
const SPECIAL: &str = "it's \"quoted\" \\ 100% #1 ?a=b+c \t {}[]";
const UNICODE: &str = "Größe ✓ 日本語 🙂 e\u{301} \u{202e}";

/// A value with one place at an edge.
pub(super) struct Edge {
    /// Where, in the call.
    pub at: String,
    /// At which edge.
    pub what: String,
    /// The value of the schema that was asked for, the edge somewhere in it.
    pub value: Value,
}

impl Maker<'_> {
    /// The edges of `node`, which stands at `at`, and of everything in it.
    pub fn boundaries(&self, node: &Node<'_>, at: &str, depth: usize) -> Vec<Edge> {
        let Some(depth) = depth.checked_sub(1) else { return Vec::new() };
        let here = |what: String, value: Value| Edge { at: at.to_owned(), what, value };
        if let Some(values) = self.given.at(at) {
            let named =
                |(number, value): (usize, &Value)| here(format!("given {}", number + 1), value.clone());
            return values.iter().enumerate().map(named).collect();
        }
        let mut edges = Vec::new();
        let examples = node.get("examples").and_then(Value::as_array).into_iter().flatten();
        for (number, example) in examples.chain(node.get("example")).enumerate() {
            edges.push(here(format!("example {}", number + 1), example.clone()));
        }
        if node.get("const").is_some() {
            return edges;
        }
        if let Some(values) = node.get("enum").and_then(Value::as_array) {
            edges.extend(values.iter().map(|value| here(format!("enum {}", short(value)), value.clone())));
            return edges;
        }
        for (number, member) in node.union().iter().enumerate() {
            if let Some(value) = self.make(member, at, &mut Style::Minimal, depth) {
                edges.push(here(format!("union {}", name_of_member(member, number)), value));
            }
            edges.extend(self.boundaries(member, at, depth));
        }
        for kind in node.kinds() {
            match kind {
                "string" => edges
                    .extend(texts(node).into_iter().map(|(what, text)| here(what.to_owned(), json!(text)))),
                "integer" | "number" => {
                    let numbers = numbers(node, kind == "integer").into_iter();
                    edges.extend(numbers.map(|(what, number)| here(what.to_owned(), plain(number))));
                }
                "boolean" => edges.extend([true, false].map(|value| here(value.to_string(), json!(value)))),
                "null" => edges.push(here("null".to_owned(), Value::Null)),
                "array" => edges.extend(self.lists(node, at, depth)),
                "object" => edges.extend(self.objects(node, at, depth)),
                _ => {}
            }
        }
        edges
    }

    fn lists(&self, node: &Node<'_>, at: &str, depth: usize) -> Vec<Edge> {
        let least = node.count("minItems").unwrap_or(0);
        let most = node.count("maxItems").unwrap_or(MANY).min(MANY.max(least));
        let mut edges = Vec::new();
        let Some(items) = node.below("/items") else { return edges };
        let inside = format!("{at}/0");
        let element = self.make(&items, &inside, &mut Style::Minimal, depth);
        for (what, count) in [("shortest list", least), ("longest list", most)] {
            let elements = element.iter().cycle().take(count).cloned().collect();
            edges.push(Edge { at: at.to_owned(), what: what.to_owned(), value: Value::Array(elements) });
        }
        for edge in self.boundaries(&items, &inside, depth) {
            let rest = element.iter().cycle().take(least.saturating_sub(1)).cloned();
            let value = std::iter::once(edge.value).chain(rest).collect();
            edges.push(Edge { value, ..edge });
        }
        edges
    }

    fn objects(&self, node: &Node<'_>, at: &str, depth: usize) -> Vec<Edge> {
        let mut edges = Vec::new();
        let Some(Value::Object(smallest)) = self.make(node, at, &mut Style::Minimal, depth + 1) else {
            return edges;
        };
        let with = |name: &str, value: Value| {
            let mut members = smallest.clone();
            members.insert(name.to_owned(), value);
            Value::Object(members)
        };
        if let Some(fullest) = self.make(node, at, &mut Style::Full, depth + 1) {
            edges.push(Edge { at: at.to_owned(), what: "all members".to_owned(), value: fullest });
        }
        for name in node.properties() {
            let Some(member) = node.property(name) else { continue };
            let inside = format!("{at}/{name}");
            for edge in self.boundaries(&member, &inside, depth) {
                edges.push(Edge { value: with(name, edge.value), ..edge });
            }
        }
        if let Some(member) = node.additional() {
            let inside = format!("{at}/{WORD}");
            for edge in self.boundaries(&member, &inside, depth) {
                edges.push(Edge { value: with(WORD, edge.value), ..edge });
            }
            if let Some(value) = self.make(&member, &inside, &mut Style::Minimal, depth) {
                let named = |name: String| (name, value.clone());
                let many: Map<_, _> = (0..MANY).map(|number| named(format!("{WORD}-{number}"))).collect();
                let mut many = Value::Object(many);
                if let Some(members) = many.as_object_mut() {
                    members.extend(smallest.clone());
                }
                edges.push(Edge { at: at.to_owned(), what: "many members".to_owned(), value: many });
                edges.push(Edge {
                    at: at.to_owned(),
                    what: "unicode name".to_owned(),
                    value: with("Größe 日本", value),
                });
            }
        }
        edges
    }
}

fn texts(node: &Node<'_>) -> Vec<(&'static str, String)> {
    if let Some(pattern) = node.text("pattern") {
        return matching(pattern, None).map(|text| ("shortest match", text)).into_iter().collect();
    }
    let least = node.count("minLength").unwrap_or(0);
    let most = node.count("maxLength").unwrap_or(LONG).min(LONG.max(least));
    let of_length = |length: usize| WORD.chars().cycle().take(length).collect();
    let mut texts = vec![("shortest text", of_length(least)), ("longest text", of_length(most))];
    texts.push(("unicode text", UNICODE.to_owned()));
    texts.push(("special letters", SPECIAL.to_owned()));
    texts
}

/// Beyond 53 bits JavaScript no longer tells numbers apart, so the edges are there where the schema names none.
fn numbers(node: &Node<'_>, whole: bool) -> Vec<(&'static str, f64)> {
    const GREATEST: f64 = 9_007_199_254_740_991.0;
    let (least, most) = range(node, whole);
    let mut numbers = vec![("least", least.max(-GREATEST)), ("greatest", most.min(GREATEST)), ("zero", 0.0)];
    if !whole {
        numbers.push(("fraction", least.max(0.0).min(most - 1.0) + 0.5));
    }
    numbers
}

/// What tells a member of a union from the others, for people.
pub(super) fn name_of_member(member: &Node<'_>, number: usize) -> String {
    let tag = member.tag().map(|(_, value)| short(value));
    let title = || member.text("title").map(str::to_owned);
    let kind = || member.kinds().first().map(|kind| format!("{kind} {}", number + 1));
    tag.or_else(title).or_else(kind).unwrap_or_else(|| (number + 1).to_string())
}

/// A value as it stands in the name of a case.
pub(super) fn short(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    crate::explain::shortened(&text, 40)
}
