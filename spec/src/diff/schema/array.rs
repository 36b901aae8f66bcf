//! What is asked of arrays and their items.

use serde_json::Value;

use super::super::fact::{At, Findings};
use super::super::node::Node;
use super::bounds::sizes_of_arrays;
use super::scalar::about;
use super::view::View;
use super::{Engine, Sub};

/// The items of an array, place by place and then the rest.
struct Items<'a> {
    prefix: Vec<Sub<'a>>,
    rest: Sub<'a>,
}

impl<'a> Items<'a> {
    /// `None` where several parts have prefixes of their own: then each place is a conjunction of unequal lengths.
    fn of(view: &View<'a>) -> Option<Self> {
        let mut prefixes = view.all("prefixItems");
        let prefix = match (prefixes.next(), prefixes.next()) {
            (Some(_), _) if view.parts.len() > 1 => return None,
            (Some(prefix), _) => prefix.elements().map(Sub::one).collect(),
            (None, _) => Vec::new(),
        };
        Some(Self { prefix, rest: Sub::all(view.all("items").filter(says).collect(), &view.place) })
    }

    fn at(&self, index: usize) -> &Sub<'a> {
        self.prefix.get(index).unwrap_or(&self.rest)
    }
}

/// Whether a schema refuses anything at all, as far as that shows at once.
fn says(node: &Node<'_>) -> bool {
    node.value != &Value::Bool(true) && node.object().is_none_or(|schema| !schema.is_empty())
}

impl<'a> Engine<'a> {
    pub(super) fn arrays(&mut self, found: &mut Findings, old: &View<'a>, new: &View<'a>, at: &At) {
        sizes_of_arrays(found, old, new, at);
        match (Items::of(old), Items::of(new)) {
            (Some(left), Some(right)) => self.items(found, (&left, &right), old, new, at),
            _ => {
                let message = "the places of the array changed, which several schemas describe together";
                if old.parts.iter().map(|part| part.value).ne(new.parts.iter().map(|part| part.value)) {
                    found.push(about("condition-changed", "prefixItems", old, new, at, message));
                }
            }
        }
        let unique = |view: &View<'a>| view.all("uniqueItems").any(|node| node.value == &Value::Bool(true));
        match (unique(old), unique(new)) {
            (false, true) => {
                let message = "the items must differ from each other now";
                found.push(about("unique-items-added", "uniqueItems", old, new, at, message));
            }
            (true, false) => {
                let message = "the items may be equal now";
                found.push(about("unique-items-removed", "uniqueItems", old, new, at, message));
            }
            _ => {}
        }
        self.one_schema(
            found,
            "contains",
            ["contains-added", "contains-removed"],
            "(contained)",
            (old, new),
            at,
        );
    }

    fn items(
        &mut self,
        found: &mut Findings,
        (left, right): (&Items<'a>, &Items<'a>),
        old: &View<'a>,
        new: &View<'a>,
        at: &At,
    ) {
        for index in 0..left.prefix.len().max(right.prefix.len()) {
            let (before, after) = (left.at(index), right.at(index));
            let at = at.then(&format!("[{index}]"));
            if before.nodes.is_empty() && index >= left.prefix.len() {
                let message = format!("the item at {index} has a schema of its own now");
                let fact = about("prefix-items-added", "prefixItems", old, new, &at, message);
                found.push(fact.values(None, after.nodes.first().map(|node| node.value.clone())));
            } else if after.nodes.is_empty() && index >= right.prefix.len() {
                let message = format!("the item at {index} has no schema of its own any more");
                let fact = about("prefix-items-removed", "prefixItems", old, new, &at, message);
                found.push(fact.values(before.nodes.first().map(|node| node.value.clone()), None));
            } else {
                self.compare(found, before, after, &at);
            }
        }
        if !(left.rest.nodes.is_empty() && right.rest.nodes.is_empty()) {
            self.compare(found, &left.rest, &right.rest, &at.then("[]"));
        }
    }

    /// Compares a keyword that holds one schema: present on both sides it is compared, else it is added or gone.
    pub(super) fn one_schema(
        &mut self,
        found: &mut Findings,
        keyword: &str,
        [added, removed]: [&'static str; 2],
        step: &str,
        (old, new): (&View<'a>, &View<'a>),
        at: &At,
    ) {
        let said = |view: &View<'a>| -> Vec<Node<'a>> { view.all(keyword).filter(says).collect() };
        let (before, after) = (said(old), said(new));
        match (before.as_slice(), after.as_slice()) {
            ([], []) => {}
            ([], [node, ..]) => {
                let message = format!("`{keyword}` is asked for now");
                let fact = about(added, keyword, old, new, at, message);
                found.push(fact.values(None, Some(node.value.clone())));
            }
            ([node, ..], []) => {
                let message = format!("`{keyword}` is no longer asked for");
                let fact = about(removed, keyword, old, new, at, message);
                found.push(fact.values(Some(node.value.clone()), None));
            }
            _ => {
                let (before, after) = (Sub::all(before, &old.place), Sub::all(after, &new.place));
                self.compare(found, &before, &after, &at.then(step));
            }
        }
    }
}
