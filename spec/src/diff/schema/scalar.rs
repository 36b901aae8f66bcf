//! Types, `null`, sets of values, and what is asked of numbers and strings.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::super::fact::{At, Fact, Findings, Kind, Spot};
use super::super::node::Node;
use super::types::{Types, key, same_value};
use super::view::View;

/// A fact about `keyword` of two views.
pub(super) fn about(
    kind: &'static str,
    keyword: &str,
    old: &View<'_>,
    new: &View<'_>,
    at: &At,
    message: impl Into<String>,
) -> Fact {
    Fact::new(Kind::Schema(kind), at, message).spots(
        Some(Spot::within(&old.place, &old.place_of(keyword))),
        Some(Spot::within(&new.place, &new.place_of(keyword))),
    )
}

/// Whether `null` is allowed, before and after.
pub(super) fn nullable(
    found: &mut Findings,
    (before, after): (bool, bool),
    (old, new): (&Node<'_>, &Node<'_>),
    at: &At,
) {
    let (kind, message) = match (before, after) {
        (false, true) => ("became-nullable", "`null` is allowed now"),
        (true, false) => ("became-not-nullable", "`null` is no longer allowed"),
        _ => return,
    };
    found.push(Fact::new(Kind::Schema(kind), at, message).nodes(Some(old), Some(new)));
}

/// Compares the types; answers those that both have, if anything is left to compare.
pub(super) fn types(found: &mut Findings, old: &View<'_>, new: &View<'_>, at: &At) -> Option<Types> {
    let common = old.types.and(new.types);
    let mut grew = !new.types.is_within(old.types);
    let mut shrank = !old.types.is_within(new.types);
    if !common.is_empty() {
        // A set of values has the types that its values have: that it is one now, or no longer, tells as much.
        grew &= old.values.is_none();
        shrank &= new.values.is_none();
    }
    if grew || shrank {
        let (before, after) = (spelled(old), spelled(new));
        let (kind, message) = match (grew, shrank) {
            (true, false) => {
                ("type-generalized", format!("the type is {}, was {}", word(&after), word(&before)))
            }
            (false, true) => {
                ("type-specialized", format!("the type is only {}, was {}", word(&after), word(&before)))
            }
            _ => ("type-changed", format!("the type is {}, was {}", word(&after), word(&before))),
        };
        found.push(about(kind, "type", old, new, at, message).values(Some(before), Some(after)));
    }
    let settled = (old.is_any() || new.is_any()) && (grew || shrank);
    (!common.is_empty() && !settled).then_some(common)
}

/// The types of a view, or its values.
pub(super) fn spelled(view: &View<'_>) -> Value {
    match &view.values {
        Some(values) => json!(values),
        None if view.null && view.types != Types::VALUES => view.types.with(Types::NULL).spelled(),
        None => view.types.spelled(),
    }
}

fn word(types: &Value) -> String {
    match types {
        Value::String(word) if word == "any" => "any value".to_owned(),
        Value::String(word) => format!("`{word}`"),
        Value::Array(words) => {
            words.iter().map(|word| format!("`{}`", shown(word))).collect::<Vec<_>>().join(" or ")
        }
        other => format!("`{other}`"),
    }
}

/// A value in a message: strings without quotes.
fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Compares finite sets of values.
pub(super) fn values(found: &mut Findings, old: &View<'_>, new: &View<'_>, at: &At) {
    let list = |values: &[&Value]| Some(json!(values));
    let keyword = |view: &View<'_>| if view.all("enum").next().is_some() { "enum" } else { "const" };
    match (&old.values, &new.values) {
        (None, None) => {}
        (None, Some(values)) => {
            let message = format!("only {} is allowed now", word(&json!(values)));
            let fact = about("became-enum", keyword(new), old, new, at, message);
            found.push(fact.values(Some(old.types.spelled()), list(values)));
        }
        (Some(values), None) => {
            let message = format!("no longer only {} is allowed", word(&json!(values)));
            let fact = about("became-not-enum", keyword(old), old, new, at, message);
            found.push(fact.values(list(values), Some(new.types.spelled())));
        }
        (Some(before), Some(after)) => {
            if let ([one], [other]) = (before.as_slice(), after.as_slice()) {
                if !same_value(one, other) {
                    let message = format!("the only value is `{}`, was `{}`", shown(other), shown(one));
                    let fact = about("const-changed", keyword(new), old, new, at, message);
                    found.push(fact.values(Some((*one).clone()), Some((*other).clone())));
                }
                return;
            }
            let keys =
                |values: &[&Value]| -> HashSet<String> { values.iter().map(|value| key(value)).collect() };
            let (had, has) = (keys(before), keys(after));
            for value in before.iter().filter(|value| !has.contains(&key(value))) {
                let message = format!("the enum value `{}` is gone", shown(value));
                let fact = about("enum-value-removed", keyword(old), old, new, at, message);
                found.push(fact.values(Some((*value).clone()), None));
            }
            for value in after.iter().filter(|value| !had.contains(&key(value))) {
                let message = format!("the enum value `{}` is new", shown(value));
                let fact = about("enum-value-added", keyword(new), old, new, at, message);
                found.push(fact.values(None, Some((*value).clone())));
            }
        }
    }
}

/// A limit of a number or of a size.
#[derive(Clone, Debug)]
struct Limit {
    value: f64,
    /// Beyond the precision of `value`.
    whole: Option<i128>,
    exclusive: bool,
    written: Value,
    keyword: &'static str,
}

impl Limit {
    fn read(node: &Node<'_>, keyword: &'static str, whole_only: bool, upper: bool) -> Option<Self> {
        let number = node.value.as_number()?;
        let exclusive = keyword.starts_with("exclusive");
        let value = number.as_f64()?;
        let whole = number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from));
        let mut limit = Self { value, whole, exclusive, written: node.value.clone(), keyword };
        if whole_only {
            // Among whole numbers `> 0` is `>= 1`, and `>= 0.5` too.
            let exact = limit.whole.or_else(|| (value.fract() == 0.0).then_some(value as i128));
            let step = if upper { -1 } else { 1 };
            let next = match exact {
                Some(exact) if exclusive => exact + step,
                Some(exact) => exact,
                None if upper => value.floor() as i128,
                None => value.ceil() as i128,
            };
            limit.exclusive = false;
            limit.whole = Some(next);
            limit.value = next as f64;
        }
        Some(limit)
    }

    /// Order by how much is below.
    fn order(&self, other: &Self, upper: bool) -> std::cmp::Ordering {
        let numbers = match (self.whole, other.whole) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => self.value.total_cmp(&other.value),
        };
        let strict = self.exclusive.cmp(&other.exclusive);
        numbers.then(if upper { strict.reverse() } else { strict })
    }

    fn words(&self) -> String {
        format!("{}{}", if self.exclusive { "exclusive " } else { "" }, self.written)
    }
}

/// One side of what is allowed, and the kinds of its changes.
struct Bound {
    keywords: &'static [&'static str],
    upper: bool,
    set: &'static str,
    unset: &'static str,
    increased: &'static str,
    decreased: &'static str,
}

macro_rules! bound {
    ($keywords:expr, $upper:expr, $name:literal) => {
        Bound {
            keywords: &$keywords,
            upper: $upper,
            set: concat!($name, "-set"),
            unset: concat!($name, "-unset"),
            increased: concat!($name, "-increased"),
            decreased: concat!($name, "-decreased"),
        }
    };
}

const NUMBERS: [Bound; 2] = [
    bound!(["minimum", "exclusiveMinimum"], false, "min"),
    bound!(["maximum", "exclusiveMaximum"], true, "max"),
];
const LENGTHS: [Bound; 2] =
    [bound!(["minLength"], false, "min-length"), bound!(["maxLength"], true, "max-length")];
const ITEMS: [Bound; 2] = [bound!(["minItems"], false, "min-items"), bound!(["maxItems"], true, "max-items")];
const CONTAINED: [Bound; 2] =
    [bound!(["minContains"], false, "min-contains"), bound!(["maxContains"], true, "max-contains")];
const PROPERTIES: [Bound; 2] =
    [bound!(["minProperties"], false, "min-properties"), bound!(["maxProperties"], true, "max-properties")];

impl Bound {
    /// The tightest limit among the parts.
    fn tightest(&self, view: &View<'_>, whole_only: bool) -> Option<Limit> {
        let all = self.keywords.iter().flat_map(|keyword| {
            view.all(keyword).filter_map(|node| Limit::read(&node, keyword, whole_only, self.upper))
        });
        let tightest = if self.upper {
            all.min_by(|left, right| left.order(right, true))
        } else {
            all.max_by(|left, right| left.order(right, false))
        };
        // No size is below 0, and no more than none contains one anyway.
        let says_nothing = |limit: &Limit| match self.keywords {
            ["minContains"] => limit.whole == Some(1),
            ["minimum", ..] => false,
            _ => !self.upper && limit.value <= 0.0,
        };
        tightest.filter(|limit| !says_nothing(limit))
    }

    fn compare(&self, found: &mut Findings, old: &View<'_>, new: &View<'_>, at: &At) {
        let whole_only = |view: &View<'_>| {
            self.keywords[0] != "minimum" && self.keywords[0] != "maximum"
                || view.types.and(Types::NUMBER) == Types::INTEGER
        };
        let both_whole = whole_only(old) && whole_only(new);
        let before = self.tightest(old, both_whole);
        let after = self.tightest(new, both_whole);
        let keyword = |limit: &Limit| limit.keyword;
        let (kind, name, message) = match (&before, &after) {
            (None, None) => return,
            (None, Some(after)) => {
                (self.set, keyword(after), format!("`{}` is {} now", keyword(after), after.words()))
            }
            (Some(before), None) => {
                (self.unset, keyword(before), format!("`{}` {} is gone", keyword(before), before.words()))
            }
            (Some(before), Some(after)) => {
                let kind = match before.order(after, self.upper) {
                    std::cmp::Ordering::Equal => return,
                    std::cmp::Ordering::Less => self.increased,
                    std::cmp::Ordering::Greater => self.decreased,
                };
                (
                    kind,
                    keyword(after),
                    format!("`{}` is {}, was {}", keyword(after), after.words(), before.words()),
                )
            }
        };
        let written = |limit: Option<Limit>| limit.map(|limit| limit.written);
        found.push(about(kind, name, old, new, at, message).values(written(before), written(after)));
    }
}

pub(super) fn numbers(found: &mut Findings, old: &View<'_>, new: &View<'_>, at: &At) {
    for bound in &NUMBERS {
        bound.compare(found, old, new, at);
    }
    each_of(
        found,
        "multipleOf",
        ["multiple-of-added", "multiple-of-removed", "multiple-of-changed"],
        old,
        new,
        at,
    );
}

pub(super) fn sizes_of_arrays(found: &mut Findings, old: &View<'_>, new: &View<'_>, at: &At) {
    for bound in ITEMS.iter().chain(&CONTAINED) {
        bound.compare(found, old, new, at);
    }
}

pub(super) fn sizes_of_objects(found: &mut Findings, old: &View<'_>, new: &View<'_>, at: &At) {
    for bound in &PROPERTIES {
        bound.compare(found, old, new, at);
    }
}

pub(super) fn strings(found: &mut Findings, old: &View<'_>, new: &View<'_>, at: &At) {
    for bound in &LENGTHS {
        bound.compare(found, old, new, at);
    }
    each_of(found, "pattern", ["pattern-added", "pattern-removed", "pattern-changed"], old, new, at);
    each_of(found, "format", ["format-added", "format-removed", "format-changed"], old, new, at);
    for keyword in ["contentEncoding", "contentMediaType"] {
        each_of(found, keyword, ["content-encoding-changed"; 3], old, new, at);
    }
}

/// Compares a keyword of which every occurrence must hold and two say nothing about each other.
fn each_of(
    found: &mut Findings,
    keyword: &str,
    [added, removed, changed]: [&'static str; 3],
    old: &View<'_>,
    new: &View<'_>,
    at: &At,
) {
    let says =
        |node: &Node<'_>| keyword != "pattern" || !matches!(node.value.as_str(), Some("" | ".*" | "^.*$"));
    let (before, after): (Vec<Node<'_>>, Vec<Node<'_>>) =
        (old.all(keyword).filter(says).collect(), new.all(keyword).filter(says).collect());
    let gone = |one: &[Node<'_>], other: &[Node<'_>]| -> Vec<Value> {
        let is_in = |node: &Node<'_>| other.iter().any(|other| same_value(other.value, node.value));
        one.iter().filter(|node| !is_in(node)).map(|node| node.value.clone()).collect()
    };
    let (lost, won) = (gone(&before, &after), gone(&after, &before));
    let one = |mut values: Vec<Value>| if values.len() == 1 { values.pop() } else { Some(json!(values)) };
    let (kind, before, after, message) = match (lost.is_empty(), won.is_empty()) {
        (true, true) => return,
        (true, false) => {
            let won = one(won);
            (added, None, won.clone(), format!("`{keyword}` {} is asked for now", code(won.as_ref())))
        }
        (false, true) => {
            let lost = one(lost);
            (
                removed,
                lost.clone(),
                None,
                format!("`{keyword}` {} is no longer asked for", code(lost.as_ref())),
            )
        }
        (false, false) => {
            let (lost, won) = (one(lost), one(won));
            let message = format!("`{keyword}` is {}, was {}", code(won.as_ref()), code(lost.as_ref()));
            (changed, lost, won, message)
        }
    };
    found.push(about(kind, keyword, old, new, at, message).values(before, after));
}

fn code(value: Option<&Value>) -> String {
    value.map(|value| format!("`{}`", shown(value))).unwrap_or_default()
}
