//! Makes changes of facts: the rule and with it the level, the direction, the operations, the places, the name.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::fact::{Fact, Kind, Spot, Unit};
use super::fingerprint::fingerprint;
use super::lines::Lines;
use super::operation::Pair;
use super::order::in_order;
use super::reach::{Operations, reach};
use super::rules::{Rule, rule};
use super::{Change, Direction, Level, Place, Shared, Subject, shared};
use crate::document::Document;

/// Values whose text is longer are not shown.
const LONGEST_SHOWN: usize = 400;

/// The changes of all units, in the order of the new document. Units from `reached` on are carried by no operation,
/// and those of `unseen` subjects by something that is not compared.
pub(super) fn changes(
    units: &[Unit<'_>],
    pairs: &[Pair<'_>],
    reached: usize,
    unseen: &HashSet<Subject>,
    old: &Document,
    new: &Document,
) -> Vec<Change> {
    let reaches = reach(units, pairs.len());
    let names: Vec<String> = pairs.iter().map(|pair| name(pair)).collect();
    let ids = |operations: &Operations| operations.iter().map(|number| names[number].clone()).collect();
    let lines = (Lines::of(old.text()), Lines::of(new.text()));
    let mut list = List { changes: Vec::new(), known: HashMap::new(), lines: &lines, documents: (old, new) };
    for (number, unit) in units.iter().enumerate() {
        let operations = match unit.subject {
            Subject::Operation { .. } => vec![names[number].clone()],
            _ => ids(&reaches[number].request.clone().with(&reaches[number].response)),
        };
        // No operation of both contracts carries it: texts are told, and of the rest that there is something.
        let idle =
            number >= reached && !matches!(unit.subject, Subject::Document | Subject::Operation { .. });
        for fact in unit.found.facts.iter().filter(|fact| !(idle && flows(fact))) {
            if let (Kind::Rule(_), _) | (_, Some(_)) = (fact.kind, fact.direction) {
                list.add(unit, fact, fact.direction, operations.clone());
                continue;
            }
            let directions = [Direction::Request, Direction::Response];
            let flows = directions.map(|direction| (direction, reaches[number].by(direction)));
            for (direction, operations) in flows.into_iter().filter(|(_, operations)| !operations.is_empty())
            {
                list.add(unit, fact, Some(direction), ids(operations));
            }
        }
        if let Some(fact) = unit.found.facts.iter().find(|fact| idle && flows(fact)) {
            let (rule, message) = match &unit.subject {
                subject if unseen.contains(subject) => ("uncompared-component-changed", "it changed"),
                Subject::Schema { .. } => ("unused-schema-changed", "the schema changed"),
                _ => ("unused-component-changed", "it changed"),
            };
            // Its name is that of everything that changed, not of this fact alone.
            let whole = Fact::rule(rule, &super::fact::At::default(), message)
                .spots(fact.old.clone(), fact.new.clone());
            let whole = match &unit.sides {
                Some((old, new)) => whole.values(Some(old.value.clone()), Some(new.value.clone())),
                None => whole,
            };
            list.add(unit, &whole, None, Vec::new());
        }
    }
    let mut changes = list.changes;
    sort(&mut changes, pairs, old.value(), new.value());
    changes
}

/// Whether a fact is more than a text.
pub(super) fn flows(fact: &Fact) -> bool {
    match fact.kind {
        Kind::Rule(id) => rule(id).is_some_and(|rule| rule.level != Level::DocumentOnly),
        _ => true,
    }
}

fn name(pair: &Pair<'_>) -> String {
    pair.shown()
        .map(|operation| operation.id().map_or_else(|| operation.address(), str::to_owned))
        .unwrap_or_default()
}

struct List<'a> {
    changes: Vec<Change>,
    /// Changes by fingerprint: what is the same change at several places is one.
    known: HashMap<String, usize>,
    lines: &'a (Lines<'a>, Lines<'a>),
    documents: (&'a Document, &'a Document),
}

impl List<'_> {
    fn add(&mut self, unit: &Unit<'_>, fact: &Fact, direction: Option<Direction>, operations: Vec<String>) {
        let Some(rule) = ruled(fact, direction) else { return };
        let fingerprint = fingerprint(
            rule.id,
            &unit.subject,
            &fact.at,
            direction,
            fact.before.as_ref(),
            fact.after.as_ref(),
        );
        if let Some(known) = self.known.get(&fingerprint) {
            let known = &mut self.changes[*known];
            for operation in operations {
                if !known.operations.contains(&operation) {
                    known.operations.push(operation);
                }
            }
            return;
        }
        let place = |spot: &Option<Spot>, document: &Document, lines: &Lines<'_>| {
            spot.as_ref().map(|spot| Place {
                pointer: spot.pointer.clone(),
                position: lines.position(document.offset(&spot.shown)),
            })
        };
        let shown =
            |value: &Option<Value>| value.clone().filter(|value| value.to_string().len() <= LONGEST_SHOWN);
        self.known.insert(fingerprint.clone(), self.changes.len());
        self.changes.push(Change {
            rule: rule.id,
            level: rule.level,
            direction,
            subject: unit.subject.clone(),
            operations,
            at: fact.at.clone(),
            old: place(&fact.old, self.documents.0, &self.lines.0),
            new: place(&fact.new, self.documents.1, &self.lines.1),
            message: fact.message.clone(),
            reason: fact.reason.clone().or_else(|| reason(rule, direction).map(str::to_owned)),
            before: shown(&fact.before),
            after: shown(&fact.after),
            witness: None,
            effects: Vec::new(),
            fingerprint,
        });
    }
}

fn ruled(fact: &Fact, direction: Option<Direction>) -> Option<&'static Rule> {
    match (fact.kind, direction) {
        (Kind::Rule(id), _) => rule(id),
        (Kind::Directed { request, .. }, Some(Direction::Request)) => rule(request),
        (Kind::Directed { response, .. }, Some(Direction::Response)) => rule(response),
        (Kind::Schema(end), Some(Direction::Response)) => rule(&format!("response-property-{end}")),
        (Kind::Schema(end), Some(Direction::Request)) => {
            let parameter = fact.parameter.then(|| rule(&format!("request-parameter-{end}"))).flatten();
            parameter.or_else(|| rule(&format!("request-property-{end}")))
        }
        (_, None) => None,
    }
}

/// Why a rule has its level, where the rule alone does not say.
fn reason(rule: &Rule, direction: Option<Direction>) -> Option<&'static str> {
    Some(match (rule.id, rule.level, direction) {
        ("response-required-property-removed" | "response-optional-property-removed", ..) => {
            "callers may read it"
        }
        ("request-property-removed", ..) => {
            "a server that does not know it any more refuses it or does nothing with it"
        }
        ("response-success-status-added" | "response-media-type-added", ..) => {
            "a closed caller, one that handles only what the old contract lists, meets something it does not know"
        }
        ("response-non-success-status-added" | "response-non-success-status-removed", ..) => {
            "a caller takes a status that it does not know as the first of its class (RFC 9110, section 15)"
        }
        ("response-header-added", ..) => {
            "a caller skips headers that it does not know (RFC 9110, section 5.1)"
        }
        ("endpoint-added", ..) => "a server of the old contract does not have it",
        (id, Level::Unknown, _) if id.contains("-default-value-") => {
            "which value holds where none is given is not the same to both sides any more, or was never said"
        }
        (id, Level::Breaking, _) if id.contains("-default-value-") => {
            "who leaves it out gets something else now"
        }
        ("new-optional-request-property", ..) => {
            "who does not know it leaves it out: an object that says nothing of other members is sent without"
        }
        ("new-optional-request-parameter" | "request-body-added-optional", ..) => {
            "who does not know it leaves it out"
        }
        ("new-optional-request-property-to-open-object", ..) => {
            "a caller may have sent something else under this name"
        }
        ("response-optional-property-added", ..) => "a caller skips members that it does not know",
        (id, Level::Breaking, Some(Direction::Response)) if id.starts_with("response-property-") => {
            "a closed caller, one that handles only what the old contract allows, meets something it does not know"
        }
        (id, Level::BreakingForServers, Some(Direction::Request)) if !id.starts_with("new-") => {
            "a server of the old contract refuses what is allowed now"
        }
        (_, Level::BreakingForServers, Some(Direction::Response)) => {
            "a server of the old contract may answer what is not allowed any more"
        }
        ("unused-schema-changed" | "unused-component-changed", ..) => {
            "no operation that both contracts have carries it"
        }
        ("uncompared-component-changed", ..) => {
            "callbacks, links or webhooks carry it, which are not looked into"
        }
        (_, Level::Unknown, _) => "whether more or less is allowed now cannot be told",
        _ => return None,
    })
}

/// Brings the changes into the order of the new document; what is gone comes where it was.
fn sort(changes: &mut [Change], pairs: &[Pair<'_>], old: &Value, new: &Value) {
    let operations: HashMap<String, usize> =
        pairs.iter().enumerate().map(|(number, pair)| (name(pair), number)).collect();
    let names = |document| {
        super::node::Node::schemas(document).into_iter().flat_map(|all| all.keys().map(String::as_str))
    };
    let schemas: HashMap<&str, usize> = in_order(names(old), names(new)).into_iter().zip(0..).collect();
    let shared: HashMap<(Shared, String), usize> = shared::names(old, new).into_iter().zip(0..).collect();
    // Stable: within a subject the order in which it was compared stays.
    changes.sort_by_cached_key(|change| match &change.subject {
        Subject::Document => (0, 0),
        Subject::Operation { id, .. } => (1, operations.get(id).copied().unwrap_or_default()),
        // Paths and what stands with them have no place in `components`: they come first, as they were compared.
        Subject::Shared { kind, name } => {
            (2, shared.get(&(*kind, name.clone())).map_or(0, |place| place + 1))
        }
        Subject::Schema { name } => (3, schemas.get(name.as_str()).copied().unwrap_or_default()),
    });
}
