//! Values that a schema does not allow, each for one reason: one place breaks one keyword, the rest is as small as it can
//! be.
//!
//! Start at [`Maker::violations`]. Some of what is made here may fit after all (a text for one member of a union is right
//! for another); the validator weeds that out.

use serde_json::{Value, json};

use super::boundaries::name_of_member;
use super::schema::Node;
use super::values::{Maker, Style, WORD, plain};

/// A value with one wrong place.
pub(super) struct Violation {
    /// Where, in the call.
    pub at: String,
    /// The keyword that is broken: `type`, `required`, `maximum`; `tag` for a tag that no member of a union has.
    pub keyword: &'static str,
    /// How, where one keyword can be broken in several ways; else empty.
    pub how: String,
    /// Pointer of the schema that is broken, in the contract's document.
    pub contract: String,
    /// The value of the schema that was asked for, the wrong place somewhere in it.
    pub value: Value,
}

impl Maker<'_> {
    /// What `node`, which stands at `at`, does not allow, and the same of everything in it.
    pub fn violations(&self, node: &Node<'_>, at: &str, depth: usize) -> Vec<Violation> {
        let Some(depth) = depth.checked_sub(1) else { return Vec::new() };
        let members = node.union();
        let mut broken = own(node, at, !members.is_empty());
        let kinds = node.kinds();
        if kinds.contains(&"array") {
            broken.extend(self.wrong_lists(node, at, depth));
        }
        if kinds.contains(&"object") {
            broken.extend(self.wrong_objects(node, at, depth));
        }
        if let Some(Value::Object(mut wrong)) = self.make(node, at, &mut Style::Minimal, depth + 1)
            && let Some((tag, _)) = members.first().and_then(Node::tag)
        {
            wrong.insert(tag.to_owned(), json!("conformance-unknown"));
            broken.push(violation(node, at, "tag", "", Value::Object(wrong)));
        }
        for (number, member) in members.iter().enumerate() {
            let name = name_of_member(member, number);
            let tag = member.tag().map(|(tag, _)| format!("{at}/{tag}"));
            for violation in self.violations(member, at, depth) {
                // Another value of the tag means another member, which the wrong tag above is about.
                if tag.as_ref() == Some(&violation.at) {
                    continue;
                }
                let how = [name.as_str(), violation.how.as_str()];
                let how = how.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
                broken.push(Violation { how, ..violation });
            }
        }
        broken
    }

    fn wrong_lists(&self, node: &Node<'_>, at: &str, depth: usize) -> Vec<Violation> {
        let mut broken = Vec::new();
        let Some(items) = node.below("/items") else { return broken };
        let inside = format!("{at}/0");
        let least = node.count("minItems").unwrap_or(0);
        let element = self.make(&items, &inside, &mut Style::Minimal, depth);
        let list = |count: usize| element.iter().cycle().take(count).cloned().collect::<Value>();
        if least > 0 {
            broken.push(violation(node, at, "minItems", "", list(least - 1)));
        }
        if let Some(most) = node.count("maxItems").filter(|most| *most < 1000) {
            broken.push(violation(node, at, "maxItems", "", list(most + 1)));
        }
        if node.get("uniqueItems") == Some(&Value::Bool(true)) {
            broken.push(violation(node, at, "uniqueItems", "", list(least.max(2))));
        }
        for wrong in self.violations(&items, &inside, depth) {
            let rest = element.iter().cycle().take(least.saturating_sub(1)).cloned();
            let value = std::iter::once(wrong.value).chain(rest).collect();
            broken.push(Violation { value, ..wrong });
        }
        broken
    }

    fn wrong_objects(&self, node: &Node<'_>, at: &str, depth: usize) -> Vec<Violation> {
        let mut broken = Vec::new();
        let smallest = self.make(node, at, &mut Style::Minimal, depth + 1);
        let Some(Value::Object(smallest)) = smallest else { return broken };
        let with = |name: &str, value: Value| {
            let mut members = smallest.clone();
            members.insert(name.to_owned(), value);
            Value::Object(members)
        };
        for name in node.required() {
            let mut members = smallest.clone();
            members.shift_remove(name);
            broken.push(violation(node, at, "required", name, Value::Object(members)));
        }
        if node.get("additionalProperties") == Some(&Value::Bool(false)) {
            let value = with("conformance-unknown", json!(WORD));
            broken.push(violation(node, at, "additionalProperties", "", value));
        }
        let additional = node.additional().map(|member| (WORD, member));
        let named = node.properties().filter_map(|name| Some((name, node.property(name)?)));
        for (name, member) in named.chain(additional) {
            for wrong in self.violations(&member, &format!("{at}/{name}"), depth) {
                broken.push(Violation { value: with(name, wrong.value), ..wrong });
            }
        }
        broken
    }
}

/// What breaks the keywords of the schema itself. A union breaks only as a whole: by a value of a type no member has.
fn own(node: &Node<'_>, at: &str, union: bool) -> Vec<Violation> {
    let mut broken = Vec::new();
    let mut add = |keyword, how: &str, value| broken.push(violation(node, at, keyword, how, value));
    let text = |count: usize| WORD.chars().cycle().take(count).collect::<String>();
    if union {
        add("anyOf", "null", Value::Null);
        add("anyOf", "list", json!([[]]));
        add("anyOf", "number", json!(-0.5));
        return broken;
    }
    if node.get("const").is_some() {
        add("const", "", json!("conformance-unknown"));
    } else if node.get("enum").is_some() {
        add("enum", "", json!("conformance-unknown"));
    }
    let kinds = node.kinds();
    if !kinds.is_empty() {
        // Null, and two types that nobody takes for the right one.
        add("type", "null", Value::Null);
        match kinds[0] {
            "string" => add("type", "number", json!(7)),
            "object" => add("type", "text", json!(WORD)),
            _ => add("type", "text", json!("conformance-unknown")),
        }
        match kinds[0] {
            "array" => add("type", "object", json!({})),
            _ => add("type", "list", json!([])),
        }
        if kinds.contains(&"integer") && !kinds.contains(&"number") {
            let whole = node.number("minimum").or(node.number("exclusiveMinimum")).unwrap_or(1.0);
            add("type", "fraction", json!(whole + 1.5));
        }
    }
    if node.get("pattern").is_some() {
        add("pattern", "", json!("no match"));
    }
    if let Some(least) = node.count("minLength").filter(|least| *least > 0) {
        add("minLength", "", json!(text(least - 1)));
    }
    if let Some(most) = node.count("maxLength").filter(|most| *most < 100_000) {
        add("maxLength", "", json!(text(most + 1)));
    }
    if let Some(bound) = node.number("minimum") {
        add("minimum", "", plain(bound - 1.0));
    }
    if let Some(bound) = node.number("maximum") {
        add("maximum", "", plain(bound + 1.0));
    }
    for keyword in ["exclusiveMinimum", "exclusiveMaximum"] {
        if let Some(bound) = node.number(keyword) {
            add(keyword, "", plain(bound));
        }
    }
    if let Some(step) = node.number("multipleOf") {
        add("multipleOf", "", json!(step * 1.5));
    }
    broken
}

fn violation(node: &Node<'_>, at: &str, keyword: &'static str, how: &str, value: Value) -> Violation {
    let (at, how, contract) = (at.to_owned(), how.to_owned(), node.pointer.clone());
    Violation { at, keyword, how, contract, value }
}
