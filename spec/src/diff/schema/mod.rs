//! Compares two schemas to the leaves.
//!
//! [`Engine::compare`] is the door: it brings both sides into one form ([`canonical`], [`view`]), hands named schemas
//! to units of their own, so that each is compared once, and the rest to one file per kind of value. Nothing here
//! knows which way the data flows: a fact says how the set of allowed values changed, its rule judges that.

mod array;
mod bounds;
mod canonical;
mod format;
mod keywords;
mod notes;
mod object;
mod pairing;
mod scalar;
mod types;
mod union;
mod view;

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use self::canonical::{Conjunction, Part};
use self::view::{View, allows_null};
use super::Subject;
use super::fact::{At, Fact, Findings, Kind, Spot, Unit};
use super::node::{Node, Reference, references};
use super::shared;
use crate::document::Pointer;

pub(super) use self::keywords::is_condition;
pub(super) use self::notes::texts;

/// Comparisons that go on inside each other; beyond, nothing is claimed. Only a chain of schemas that were all
/// replaced by others gets here.
const DEEPEST: usize = 64;

/// How deep `null` is looked for.
const NULL_DEPTH: usize = 16;

/// All units, and the documents that they are of.
#[derive(Debug)]
pub(super) struct Engine<'a> {
    pub old: &'a Value,
    pub new: &'a Value,
    pub units: Vec<Unit<'a>>,
    /// Units of schemas by their two places.
    index: HashMap<(Pointer, Pointer), usize>,
    /// Units of which the schemas are compared.
    done: usize,
    /// Whether a schema that both documents have is the same in them, with all that it refers to.
    same: HashMap<&'a str, bool>,
}

/// A schema at one side: several nodes must all hold, none allows everything.
#[derive(Clone, Debug)]
pub(super) struct Sub<'a> {
    pub nodes: Vec<Node<'a>>,
    /// The schema itself, or the one around it where it is not said.
    pub place: Node<'a>,
}

impl<'a> Sub<'a> {
    pub fn one(node: Node<'a>) -> Self {
        Self { place: node.clone(), nodes: vec![node] }
    }

    /// What is said at `nodes`; shown at `around` if that is nothing.
    pub fn all(nodes: Vec<Node<'a>>, around: &Node<'a>) -> Self {
        let place = nodes.first().unwrap_or(around).clone();
        Self { nodes, place }
    }
}

impl<'a> Engine<'a> {
    pub fn new(old: &'a Value, new: &'a Value) -> Self {
        Self { old, new, units: Vec::new(), index: HashMap::new(), done: 0, same: HashMap::new() }
    }

    /// Compares the schemas of all units that are linked and not compared yet.
    pub fn finish(&mut self) {
        while self.done < self.units.len() {
            let unit = &self.units[self.done];
            if let Some((old, new)) = unit.sides.clone() {
                let mut found = Findings::default();
                match unit.subject {
                    Subject::Shared { kind, .. } => shared::compare(self, &mut found, kind, &old, &new),
                    _ => self.compare(&mut found, &Sub::one(old), &Sub::one(new), &At::default()),
                }
                self.units[self.done].found = found;
            }
            self.done += 1;
        }
    }

    /// The unit of two schemas, made if it is not there.
    pub fn unit(&mut self, name: &str, old: &Node<'a>, new: &Node<'a>) -> usize {
        self.unit_of(Subject::Schema { name: name.to_owned() }, old, new)
    }

    /// The unit of two places, made if it is not there.
    pub fn unit_of(&mut self, subject: Subject, old: &Node<'a>, new: &Node<'a>) -> usize {
        let key = (old.pointer(), new.pointer());
        let units = &mut self.units;
        *self.index.entry(key).or_insert_with(|| {
            let sides = Some((old.clone(), new.clone()));
            units.push(Unit { subject, sides, found: Findings::default() });
            units.len() - 1
        })
    }

    /// Compares two schemas at `at`.
    pub fn compare(&mut self, found: &mut Findings, old: &Sub<'a>, new: &Sub<'a>, at: &At) {
        self.compare_as(found, old, new, at, false);
    }

    /// The same for the members of a choice, where `null` was judged for the whole.
    fn compare_as(&mut self, found: &mut Findings, old: &Sub<'a>, new: &Sub<'a>, at: &At, ignore_null: bool) {
        if let ([left], [right]) = (old.nodes.as_slice(), new.nodes.as_slice())
            && left.value == right.value
        {
            return self.equal(found, left, right, at);
        }
        if found.depth >= DEEPEST {
            let message = "the schemas are nested too deeply to be compared";
            let fact = Fact::new(Kind::Schema("keyword-changed"), at, message);
            return found.push(fact.nodes(Some(&old.place), Some(&new.place)));
        }
        found.depth += 1;
        self.different(found, old, new, at, ignore_null);
        found.depth -= 1;
    }

    fn different(&mut self, found: &mut Findings, old: &Sub<'a>, new: &Sub<'a>, at: &At, ignore_null: bool) {
        let mut left = Conjunction::of(&old.nodes);
        let mut right = Conjunction::of(&new.nodes);
        if let Some(unit) = self.shared(&left, &right) {
            found.link(unit);
            if left.named().is_some() && right.named().is_some() {
                // Otherwise the unit compares them: the annotations stood in the schema that has a name now.
                notes::compare(found, &left, &right, old, new, at);
            }
            if !ignore_null && left.nullable != right.nullable {
                let null =
                    |side: &Conjunction<'a>, node: &Node<'a>| side.nullable || allows_null(node, NULL_DEPTH);
                let nulls = (null(&left, &old.place), null(&right, &new.place));
                scalar::nullable(found, nulls, (&old.place, &new.place), at);
            }
            return;
        }
        if left.named().is_some() || right.named().is_some() {
            // What a name stands for is compared in its place: once, for it may lead back here.
            let target = |side: &Conjunction<'a>, sub: &Sub<'a>| {
                side.named().map_or_else(|| sub.place.pointer(), |(_, node)| node.pointer())
            };
            if !found.visit(target(&left, old), target(&right, new)) {
                return;
            }
        } else {
            self.link_shared(found, &mut left, &mut right);
        }
        let (left, right) = (left.spelled_out(), right.spelled_out());
        notes::compare(found, &left, &right, old, new, at);
        let (left, right) = (View::of(&left, &old.place), View::of(&right, &new.place));
        self.views(found, left, right, at, ignore_null);
    }

    /// Two schemas that are written alike: what they refer to need not be alike.
    fn equal(&mut self, found: &mut Findings, node: &Node<'a>, twin: &Node<'a>, at: &At) {
        let mut found_here = Vec::new();
        references(node.value, &mut found_here);
        for Reference { target, conditional } in found_here {
            let Some(pointer) = Pointer::from_reference(target) else { continue };
            let (Some(left), Some(right)) = (pointer.get(self.old), pointer.get(self.new)) else { continue };
            if conditional {
                if !self.same_target(target) {
                    let message = format!("`{target}` changed, which stands under a condition here");
                    let fact = Fact::new(Kind::Schema("condition-changed"), at, message);
                    found.push(fact.nodes(Some(node), Some(twin)));
                }
                continue;
            }
            let left = Node::new(self.old, pointer.clone(), left);
            let right = Node::new(self.new, pointer.clone(), right);
            if let Some(name) = Node::named(self.new, &pointer) {
                let unit = self.unit(name, &left, &right);
                found.link(unit);
            } else if found.visit(pointer.clone(), pointer) {
                self.compare(found, &Sub::one(left), &Sub::one(right), at);
            }
        }
    }

    /// The unit in which both sides are compared, if they are a named schema and the same, the renamed or the no longer
    /// or newly named one. Otherwise the place changed, not the schema.
    fn shared(&mut self, left: &Conjunction<'a>, right: &Conjunction<'a>) -> Option<usize> {
        let gone = |name: &str| Node::schema(self.new, name).is_none();
        let added = |name: &str| Node::schema(self.old, name).is_none();
        match (left.named(), right.named()) {
            (Some((before, left)), Some((after, right))) => {
                (before == after || (gone(before) && added(after))).then(|| self.unit(after, left, right))
            }
            (None, Some((after, right))) if added(after) => {
                let [Part::Own(left)] = left.parts.as_slice() else { return None };
                Some(self.unit(after, left, right))
            }
            (Some((before, left)), None) if gone(before) => {
                let [Part::Own(right)] = right.parts.as_slice() else { return None };
                Some(self.unit(before, left, right))
            }
            _ => None,
        }
    }

    /// Takes out the named schemas that both sides have among their parts.
    fn link_shared(&mut self, found: &mut Findings, left: &mut Conjunction<'a>, right: &mut Conjunction<'a>) {
        let parts = std::mem::take(&mut left.parts);
        for part in parts {
            if let Part::Named { name, node } = &part {
                let twin = right
                    .parts
                    .iter()
                    .position(|other| matches!(other, Part::Named { name: other, .. } if other == name));
                if let Some(twin) = twin
                    && let Part::Named { node: other, .. } = right.parts.remove(twin)
                {
                    let unit = self.unit(name, node, &other);
                    found.link(unit);
                    continue;
                }
            }
            left.parts.push(part);
        }
    }

    fn views(&mut self, found: &mut Findings, old: View<'a>, new: View<'a>, at: &At, ignore_null: bool) {
        if old.is_any() && new.is_any() {
            return;
        }
        let open = |view: &View<'_>| view.types == types::Types::VALUES && view.choices.is_empty();
        if !ignore_null && open(&old) == open(&new) {
            scalar::nullable(found, (old.null, new.null), (&old.place, &new.place), at);
        }
        if old.choices.is_empty() && new.choices.is_empty() {
            self.plain(found, &old, &new, at);
        } else {
            self.choices(found, old, new, at);
        }
    }

    /// Two schemas without a choice.
    fn plain(&mut self, found: &mut Findings, old: &View<'a>, new: &View<'a>, at: &At) {
        let Some(common) = scalar::types(found, old, new, at) else { return };
        scalar::values(found, old, new, at);
        if scalar::is_one_within_the_other(old, new) {
            return;
        }
        if common.meets(types::Types::NUMBER) {
            bounds::numbers(found, old, new, at);
        }
        if common.meets(types::Types::STRING) {
            format::strings(found, old, new, at);
        }
        format::formats(found, common, old, new, at);
        if common.meets(types::Types::ARRAY) {
            self.arrays(found, old, new, at);
        }
        if common.meets(types::Types::OBJECT) {
            self.objects(found, old, new, at);
        }
        self.unmodelled(found, old, new, at);
    }

    /// Keywords that the comparison does not understand: equal, or nothing is known.
    fn unmodelled(&mut self, found: &mut Findings, old: &View<'a>, new: &View<'a>, at: &At) {
        let (before, after) = (old.unmodelled(), new.unmodelled());
        let mut keywords: Vec<&str> = before.iter().chain(&after).map(|(keyword, _)| *keyword).collect();
        keywords.sort_unstable();
        keywords.dedup();
        for keyword in keywords {
            let said = |side: &[(&'a str, Node<'a>)]| -> Vec<Node<'a>> {
                side.iter().filter(|(key, _)| *key == keyword).map(|(_, node)| node.clone()).collect()
            };
            let (left, right) = (said(&before), said(&after));
            let alike = left.len() == right.len()
                && left.iter().zip(&right).all(|(left, right)| {
                    canonical::said(keyword, left.value) == canonical::said(keyword, right.value)
                        && self.same_below(left.value)
                });
            if alike {
                continue;
            }
            let (kind, message) = if is_condition(keyword) {
                ("condition-changed", format!("what `{keyword}` asks for changed"))
            } else if keywords::is_known(keyword) {
                ("keyword-changed", format!("`{keyword}` changed, which has a value that it cannot have"))
            } else {
                ("keyword-changed", format!("the keyword `{keyword}` changed, which this tool does not know"))
            };
            let first = |side: &[Node<'a>]| side.first().map(|node| node.value.clone());
            let spot = |view: &View<'a>, side: &[Node<'a>]| {
                Spot::within(&view.place, side.first().unwrap_or(&view.place))
            };
            let fact = Fact::new(Kind::Schema(kind), at, message)
                .spots(Some(spot(old, &left)), Some(spot(new, &right)))
                .values(first(&left), first(&right));
            found.push(fact);
        }
    }

    /// Whether everything that `value` refers to is the same in both documents.
    fn same_below(&mut self, value: &'a Value) -> bool {
        let mut targets = Vec::new();
        references(value, &mut targets);
        targets.into_iter().all(|reference| self.same_target(reference.target))
    }

    /// Whether what `target` leads to is the same in both documents, to the last.
    fn same_target(&mut self, target: &'a str) -> bool {
        if let Some(known) = self.same.get(target) {
            return *known;
        }
        let mut waiting = vec![Reference { target, conditional: false }];
        let mut seen = HashSet::new();
        let mut same = true;
        while let (true, Some(Reference { target, .. })) = (same, waiting.pop()) {
            if seen.insert(target) {
                let pointer = Pointer::from_reference(target);
                let sides = pointer.and_then(|at| Some((at.get(self.old)?, at.get(self.new)?)));
                same = sides.is_some_and(|(old, new)| old == new);
                if let Some((old, _)) = sides {
                    references(old, &mut waiting);
                }
            }
        }
        self.same.insert(target, same);
        same
    }
}
