//! What the comparison of two places finds, before it is known who reaches them.

use std::collections::HashSet;

use serde_json::Value;

use super::node::Node;
use super::{Direction, Subject};
use crate::document::Pointer;

/// One difference.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    pub kind: Kind,
    /// Of a place that only one direction reaches; `None` where that is told by who reaches the unit.
    pub direction: Option<Direction>,
    /// Whether it is in the schema of a parameter.
    pub parameter: bool,
    pub at: String,
    pub old: Option<Spot>,
    pub new: Option<Spot>,
    pub message: String,
    pub reason: Option<String>,
    pub before: Option<Value>,
    pub after: Option<Value>,
}

/// How the rule of a fact is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// This rule, whichever way the data flows.
    Rule(&'static str),
    /// `request-parameter-…`, `request-property-…` or `response-property-…` with this end.
    Schema(&'static str),
    /// One rule for each direction.
    Directed { request: &'static str, response: &'static str },
}

/// Where something stands: the value that changed, and the spot in it to show.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub pointer: Pointer,
    pub shown: Pointer,
}

impl Spot {
    pub fn of(node: &Node<'_>) -> Self {
        let pointer = node.pointer();
        Self { shown: pointer.clone(), pointer }
    }

    pub fn within(node: &Node<'_>, shown: &Node<'_>) -> Self {
        Self { pointer: node.pointer(), shown: shown.pointer() }
    }
}

impl Fact {
    pub fn new(kind: Kind, at: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            kind,
            direction: None,
            parameter: false,
            at: at.into(),
            old: None,
            new: None,
            message: message.into(),
            reason: None,
            before: None,
            after: None,
        }
    }

    pub fn rule(id: &'static str, at: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(Kind::Rule(id), at, message)
    }

    pub fn spots(mut self, old: Option<Spot>, new: Option<Spot>) -> Self {
        (self.old, self.new) = (old, new);
        self
    }

    pub fn nodes(self, old: Option<&Node<'_>>, new: Option<&Node<'_>>) -> Self {
        self.spots(old.map(Spot::of), new.map(Spot::of))
    }

    pub fn values(mut self, before: Option<Value>, after: Option<Value>) -> Self {
        (self.before, self.after) = (before, after);
        self
    }

    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

/// A pair of places that is compared once: an operation, or a named schema.
#[derive(Debug)]
pub(super) struct Unit<'a> {
    pub subject: Subject,
    pub sides: Option<(Node<'a>, Node<'a>)>,
    pub found: Findings,
}

/// What is found in a unit, and the state while it is looked for.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub facts: Vec<Fact>,
    /// Units that this one leads to, with the direction where this unit knows it.
    pub links: Vec<(Option<Direction>, usize)>,
    /// The direction in which the present place flows, if the unit knows it.
    pub direction: Option<Direction>,
    /// Whether the present place is in the schema of a parameter.
    pub parameter: bool,
    /// Pairs of places that were compared in this unit because something refers to them, each with the way in which the
    /// value flows there and whether it is a parameter: what is told depends on both.
    visited: HashSet<(Option<Direction>, bool, Pointer, Pointer)>,
    /// How many comparisons are going on inside each other.
    pub depth: usize,
}

impl Findings {
    pub fn push(&mut self, mut fact: Fact) {
        fact.direction = fact.direction.or(self.direction);
        fact.parameter = self.parameter;
        self.facts.push(fact);
    }

    /// Texts do not flow.
    pub fn push_text(&mut self, fact: Fact) {
        self.facts.push(fact);
    }

    /// Whether these two places are still to be compared; from now on they are not.
    pub fn visit(&mut self, old: Pointer, new: Pointer) -> bool {
        self.visited.insert((self.direction, self.parameter, old, new))
    }

    pub fn link(&mut self, unit: usize) {
        let link = (self.direction, unit);
        if !self.links.contains(&link) {
            self.links.push(link);
        }
    }
}

/// The way from the subject to a place, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct At(String);

impl At {
    /// The start of a way inside an operation: `answer 200`, `body`.
    pub fn start(words: impl Into<String>) -> Self {
        Self(words.into() + ", ")
    }

    /// The member `name`.
    pub fn member(&self, name: &str) -> Self {
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '$');
        let name = if !name.is_empty() && name.chars().all(plain) {
            name.to_owned()
        } else {
            Value::from(name).to_string()
        };
        let dot = if self.0.is_empty() || self.0.ends_with(' ') { "" } else { "." };
        Self(format!("{}{dot}{name}", self.0))
    }

    /// Something that is written without a dot: `[]`, `(text)`.
    pub fn then(&self, what: &str) -> Self {
        Self(format!("{}{what}", self.0))
    }
}

impl From<&At> for String {
    fn from(at: &At) -> Self {
        at.0.strip_suffix(", ").unwrap_or(&at.0).to_owned()
    }
}
