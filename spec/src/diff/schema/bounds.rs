//! Limits: of numbers, and of the sizes of strings, arrays and objects.

use std::cmp::Ordering;

use serde_json::Value;

use super::super::fact::{At, Findings};
use super::super::node::Node;
use super::format::multiple;
use super::scalar::about;
use super::types::Types;
use super::view::View;

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
    fn order(&self, other: &Self, upper: bool) -> Ordering {
        let numbers = match (self.whole, other.whole) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => self.value.total_cmp(&other.value),
        };
        let strict = self.exclusive.cmp(&other.exclusive);
        numbers.then(if upper { strict.reverse() } else { strict })
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
        let (kind, keyword, message) = match (&before, &after) {
            (None, None) => return,
            (None, Some(after)) => {
                (self.set, after.keyword, format!("`{}` is {} now", after.keyword, after.written))
            }
            (Some(before), None) => {
                (self.unset, before.keyword, format!("`{}` {} is gone", before.keyword, before.written))
            }
            (Some(before), Some(after)) => {
                let kind = match before.order(after, self.upper) {
                    Ordering::Equal => return,
                    Ordering::Less => self.increased,
                    Ordering::Greater => self.decreased,
                };
                let was = if before.keyword == after.keyword {
                    String::new()
                } else {
                    format!("`{}` ", before.keyword)
                };
                let message =
                    format!("`{}` is {}, was {was}{}", after.keyword, after.written, before.written);
                (kind, after.keyword, message)
            }
        };
        let written = |limit: Option<Limit>| limit.map(|limit| limit.written);
        found.push(about(kind, keyword, old, new, at, message).values(written(before), written(after)));
    }
}

pub(super) fn numbers(found: &mut Findings, old: &View<'_>, new: &View<'_>, at: &At) {
    for bound in &NUMBERS {
        bound.compare(found, old, new, at);
    }
    multiple(found, old, new, at);
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

pub(super) fn lengths(found: &mut Findings, old: &View<'_>, new: &View<'_>, at: &At) {
    for bound in &LENGTHS {
        bound.compare(found, old, new, at);
    }
}
