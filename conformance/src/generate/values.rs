//! Whole values that a schema allows: the smallest, the fullest, random ones.
//!
//! Start at [`Maker::make`]. Nothing here is judged: a schema may say more than is read here (`not`, `contains`), so
//! whoever uses a value asks the validator first.

use serde_json::{Map, Value, json};

use super::dice::Dice;
use super::pattern::matching;
use super::rules::Given;
use super::schema::Node;

/// How deep values are nested at most; optional members end [`LEAVES`] levels earlier.
pub(super) const DEPTH: usize = 9;
const LEAVES: usize = 4;
/// What texts are made of where nothing is asked of them. No name of a program, and nothing that a shell acts upon.
pub(super) const WORD: &str = "conformance";
const LETTERS: [char; 24] = [
    'a', 'e', 'n', 'o', 'r', 't', 'K', 'Q', '0', '7', ' ', '-', '_', '.', ',', ':', '/', 'ä', 'ß', 'é', '—',
    '日', 'я', '🙂',
];

/// Which of the values a schema allows.
pub(super) enum Style<'d> {
    /// Required members only, shortest form.
    Minimal,
    /// Every member that has a name, one element in every list.
    Full,
    Random(&'d mut Dice),
}

/// Makes values, some of which a table prescribes.
pub(super) struct Maker<'a> {
    pub given: &'a Given,
}

impl Maker<'_> {
    /// `at` is where the value stands in the call (`/parts/0/text`, `query limit`). `None`: no finite value was found.
    pub fn make(&self, node: &Node<'_>, at: &str, style: &mut Style<'_>, depth: usize) -> Option<Value> {
        let depth = depth.checked_sub(1)?;
        if let Some(values) = self.given.at(at) {
            return style.pick(values);
        }
        if let Some(value) = node.get("const") {
            return Some(value.clone());
        }
        if let Some(values) = node.get("enum").and_then(Value::as_array) {
            return style.pick(values);
        }
        let members = node.union();
        if !members.is_empty() {
            let first = style.one_of(members.len());
            let mut turn = members.iter().cycle().skip(first).take(members.len());
            return turn.find_map(|member| self.make(member, at, style, depth));
        }
        let kinds = node.kinds();
        match kinds.get(style.one_of(kinds.len())).copied() {
            Some("string") => text(node, style),
            Some("integer") => number(node, true, style),
            Some("number") => number(node, false, style),
            Some("boolean") => Some(json!(match style {
                Style::Random(dice) => dice.coin(),
                _ => true,
            })),
            Some("null") => Some(Value::Null),
            Some("array") => self.array(node, at, style, depth),
            Some("object") => self.object(node, at, style, depth),
            Some(_) => None,
            None => Some(anything(style)),
        }
    }

    fn array(&self, node: &Node<'_>, at: &str, style: &mut Style<'_>, depth: usize) -> Option<Value> {
        let least = node.count("minItems").unwrap_or(0);
        let most = node.count("maxItems").unwrap_or(usize::MAX);
        let count = match style {
            Style::Minimal => least,
            Style::Full => least.max(1).min(most),
            Style::Random(dice) => least.saturating_add(dice.below(3)).min(most),
        };
        // Which element a prescription is for does not matter, so all share one place.
        let at = format!("{at}/0");
        let element = |style: &mut Style<'_>| match node.below("/items") {
            Some(items) => self.make(&items, &at, style, depth),
            None => Some(anything(style)),
        };
        let mut elements = Vec::new();
        for _ in 0..count {
            match element(style) {
                Some(value) => elements.push(value),
                // Too deep: an empty list is a list, where the schema lets it be.
                None if elements.len() >= least => break,
                None => return None,
            }
        }
        Some(Value::Array(elements))
    }

    fn object(&self, node: &Node<'_>, at: &str, style: &mut Style<'_>, depth: usize) -> Option<Value> {
        let mut members = Map::new();
        for name in node.required() {
            let at = format!("{at}/{name}");
            let value = match node.property(name).or_else(|| node.additional()) {
                Some(member) => self.make(&member, &at, style, depth)?,
                None => anything(style),
            };
            members.insert(name.to_owned(), value);
        }
        if depth <= LEAVES {
            return Some(Value::Object(members));
        }
        for name in node.properties().filter(|name| !node.requires(name)) {
            let wanted = match style {
                Style::Minimal => false,
                Style::Full => true,
                Style::Random(dice) => dice.coin(),
            };
            let value = node.property(name).filter(|_| wanted);
            if let Some(value) =
                value.and_then(|member| self.make(&member, &format!("{at}/{name}"), style, depth))
            {
                members.insert(name.to_owned(), value);
            }
        }
        let more = match style {
            Style::Minimal => 0,
            Style::Full => 1,
            Style::Random(dice) => dice.below(3),
        };
        for number in 0..more {
            let Some(member) = node.additional() else { break };
            let name = format!("{WORD}-{number}");
            if let Some(value) = self.make(&member, &format!("{at}/{name}"), style, depth) {
                members.entry(name).or_insert(value);
            }
        }
        Some(Value::Object(members))
    }
}

impl Style<'_> {
    fn pick(&mut self, values: &[Value]) -> Option<Value> {
        let at = self.one_of(values.len());
        values.get(at).cloned()
    }

    /// The first, unless chance has a say.
    fn one_of(&mut self, count: usize) -> usize {
        match self {
            Style::Random(dice) => dice.below(count),
            Style::Minimal | Style::Full => 0,
        }
    }
}

fn text(node: &Node<'_>, style: &mut Style<'_>) -> Option<Value> {
    let least = node.count("minLength").unwrap_or(0);
    let most = node.count("maxLength").unwrap_or(usize::MAX);
    if let Some(pattern) = node.text("pattern") {
        let text = match style {
            Style::Random(dice) => matching(pattern, Some(dice))?,
            _ => matching(pattern, None)?,
        };
        // What begins an id is no id; the rest is free.
        let open = !pattern.ends_with('$') && text.chars().all(|letter| letter.is_ascii_alphanumeric());
        return Some(json!(if open && !text.is_empty() { format!("{text}_{WORD}") } else { text }));
    }
    if let Some(example) = node.text("format").and_then(of_format) {
        return Some(json!(example));
    }
    let text: String = match style {
        Style::Random(dice) => {
            let length = least.saturating_add(dice.below(24)).min(most);
            (0..length).filter_map(|_| dice.pick(&LETTERS).copied()).collect()
        }
        _ => WORD.chars().chain(std::iter::repeat('x')).take(WORD.len().max(least).min(most)).collect(),
    };
    Some(json!(text))
}

/// A text of a format of the standard, for those that a server may well look at.
fn of_format(format: &str) -> Option<&'static str> {
    Some(match format {
        "date-time" => "2026-01-01T00:00:00Z",
        "date" => "2026-01-01",
        "email" => "a@example.com",
        "ipv4" => "127.0.0.1",
        "ipv6" => "::1",
        "uri" | "url" => "http://127.0.0.1:9/conformance",
        "uuid" => "00000000-0000-4000-8000-000000000000",
        _ => return None,
    })
}

fn number(node: &Node<'_>, whole: bool, style: &mut Style<'_>) -> Option<Value> {
    let (least, most) = range(node, whole);
    let wanted = match style {
        Style::Random(dice) => {
            let from = if least.is_finite() { least } else { most.min(1000.0) - 1000.0 };
            let span = (most.min(from + 1000.0) - from).max(0.0);
            // A range of at most a thousand is counted through in steps of one.
            #[expect(clippy::cast_precision_loss, reason = "at most 1000")]
            let step = dice.below(1000) as f64;
            from + step.min(span)
        }
        _ => 1.0,
    };
    let mut value = wanted.max(least).min(most);
    if let Some(step) = node.number("multipleOf").filter(|step| *step > 0.0) {
        value = (value / step).ceil() * step;
    }
    Some(plain(value))
}

/// The least and the greatest allowed value.
pub(super) fn range(node: &Node<'_>, whole: bool) -> (f64, f64) {
    let step = if whole { 1.0 } else { 0.5 };
    let least = [node.number("minimum"), node.number("exclusiveMinimum").map(|bound| bound + step)];
    let most = [node.number("maximum"), node.number("exclusiveMaximum").map(|bound| bound - step)];
    (
        least.into_iter().flatten().fold(f64::NEG_INFINITY, f64::max),
        most.into_iter().flatten().fold(f64::INFINITY, f64::min),
    )
}

/// A number as JSON, whole ones without a fraction.
pub(super) fn plain(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 9.1e15 {
        #[expect(clippy::cast_possible_truncation, reason = "whole, and within 53 bits")]
        let whole = value as i64;
        json!(whole)
    } else {
        json!(value)
    }
}

/// Where the schema says nothing.
fn anything(style: &mut Style<'_>) -> Value {
    let choices =
        [json!({ "conformance": true }), json!("conformance"), json!(7), json!([1, "a", null]), json!(false)];
    let at = style.one_of(choices.len());
    choices[at].clone()
}
