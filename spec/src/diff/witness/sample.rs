//! Values that one schema probably allows and another probably refuses: what is tried as a witness.
//!
//! [`Sampler::candidates`] walks both schemas side by side: every value that only the first one names (a branch, an
//! enum value), every bound of either and what lies beyond it, every property that may be missing, one too many, and
//! so on. Nothing here decides: whoever takes a value asks the validator first.

mod compound;
mod scalar;

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::parts::Parts;
use crate::document::get;

/// How many values are made at all, counted in schemas that are looked at: a circle of unions must end too.
const MOST_WORK: usize = 4_000;
const MOST_UNIONS: usize = 6;
/// Nesting of required members beyond which a schema is taken for one that no finite value satisfies.
const DEEPEST: usize = 24;
/// Longer values tell people nothing.
const MOST_LETTERS: usize = 2_000;
/// Arrays and texts are not made longer.
const LONGEST: usize = 200;

/// How hard to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Effort {
    Little,
    More,
    Much,
}

impl Effort {
    /// How many values are made of one schema at each depth below the changed place; deeper, the least one only.
    fn room(self) -> &'static [usize] {
        match self {
            Self::Little => &[10, 2, 1],
            Self::More => &[48, 8, 2],
            Self::Much => &[384, 24, 6, 2],
        }
    }
}

/// Makes candidates from the schemas of two documents.
pub(super) struct Sampler<'d> {
    effort: Effort,
    work: usize,
    /// Unions within unions at present.
    unions: usize,
    /// The document whose schema shall allow the value.
    allowing: &'d Value,
    /// The document whose schema shall refuse it.
    refusing: &'d Value,
    /// The least value of each schema of that document which allows it, by the schema's address; `None` while it is being
    /// looked for.
    least: HashMap<*const Map<String, Value>, Option<Value>>,
}

impl<'d> Sampler<'d> {
    pub(super) fn new(allowing: &'d Value, refusing: &'d Value, effort: Effort) -> Self {
        Self { effort, work: 0, unions: 0, allowing, refusing, least: HashMap::new() }
    }

    /// Values for the first schema, each once, the smallest first.
    pub(super) fn candidates(&mut self, allowing: &'d Value, refusing: &'d Value) -> Vec<Value> {
        let values = self.values(allowing, Some(refusing), 0);
        let mut values: Vec<(String, Value)> = values
            .into_iter()
            .map(|value| (serde_json::to_string(&value).unwrap_or_default(), value))
            .collect();
        values.retain(|(text, _)| text.len() <= MOST_LETTERS);
        values.sort_by(|(a, _), (b, _)| (a.len(), a).cmp(&(b.len(), b)));
        values.dedup_by(|(a, _), (b, _)| a == b);
        values.into_iter().map(|(_, value)| value).collect()
    }

    fn values(&mut self, allowing: &'d Value, refusing: Option<&'d Value>, depth: usize) -> Vec<Value> {
        self.work += 1;
        let room = self
            .effort
            .room()
            .get(depth)
            .copied()
            .filter(|_| self.work <= MOST_WORK && self.unions < MOST_UNIONS);
        let Some(room) = room else {
            return self.least_of(allowing, depth).into_iter().collect();
        };
        let a = Parts::of(self.allowing, allowing);
        let b = refusing.map(|schema| Parts::of(self.refusing, schema)).unwrap_or_default();
        let mut values = if a.is_never() {
            Vec::new()
        } else if let Some(value) = a.get("const") {
            vec![value.clone()]
        } else if let Some(Value::Array(values)) = a.get("enum") {
            named_by_one_first(values, &b)
        } else if let Some(branches) = a.branches() {
            self.of_branches(branches, &b, refusing, depth, room)
        } else {
            let mut values = Vec::new();
            for kind in a.kinds() {
                match kind {
                    "object" => self.objects(&a, &b, depth, &mut values),
                    "array" => self.arrays(&a, &b, depth, &mut values),
                    kind => scalar::values(kind, &a, &b, &mut values),
                }
            }
            values
        };
        values.truncate(room);
        values
    }

    /// Values of every branch of a union, those first that the other union does not have.
    fn of_branches(
        &mut self,
        branches: &'d [Value],
        b: &Parts<'d>,
        refusing: Option<&'d Value>,
        depth: usize,
        room: usize,
    ) -> Vec<Value> {
        let others = b.branches().map_or(&[][..], Vec::as_slice);
        let paired: Vec<(&Value, Option<&'d Value>)> = branches
            .iter()
            .map(|branch| {
                let twin = others.iter().find(|other| self.are_twins(branch, other));
                (branch, if others.is_empty() { refusing } else { twin })
            })
            .collect();
        // A union within itself is no step into the value, and would never end.
        self.unions += 1;
        let share = (room / branches.len()).max(2);
        let mut values = Vec::new();
        let (alone, twins): (Vec<_>, Vec<_>) = paired.into_iter().partition(|(_, twin)| twin.is_none());
        for (branch, twin) in alone.into_iter().chain(twins) {
            // A branch is no step down: the value is the same.
            let mut of_branch = self.values(branch, twin, depth);
            of_branch.truncate(share);
            values.append(&mut of_branch);
        }
        self.unions -= 1;
        values
    }

    /// Whether two union members mean the same thing: equal text, equal tag, or the only sensible one by its type.
    fn are_twins(&self, branch: &'d Value, other: &'d Value) -> bool {
        if branch == other {
            return true;
        }
        let (a, b) = (Parts::of(self.allowing, branch), Parts::of(self.refusing, other));
        match (tag(&a), tag(&b)) {
            (None, None) => a.kinds() == b.kinds(),
            (a, b) => a == b,
        }
    }

    /// The smallest value of a schema of the allowing document that is easily found.
    fn least_of(&mut self, schema: &'d Value, depth: usize) -> Option<Value> {
        self.work += 1;
        // Twice: what is left when there is no time for values must do for the least of each.
        if depth > DEEPEST || self.work > 2 * MOST_WORK {
            return None;
        }
        let parts = Parts::of(self.allowing, schema);
        let Some(identity) = parts.identity() else { return self.find_least(&parts, depth) };
        if let Some(known) = self.least.get(&identity) {
            return known.clone();
        }
        // Whoever asks while the answer is being looked for stands in a circle: no finite value that way.
        self.least.insert(identity, None);
        let found = self.find_least(&parts, depth);
        // That there is none may be so on this way only.
        match &found {
            Some(value) => self.least.insert(identity, Some(value.clone())),
            None => self.least.remove(&identity),
        };
        found
    }

    fn find_least(&mut self, parts: &Parts<'d>, depth: usize) -> Option<Value> {
        if parts.is_never() {
            return None;
        }
        if let Some(value) = parts.get("const") {
            return Some(value.clone());
        }
        if let Some(Value::Array(values)) = parts.get("enum") {
            return values.iter().min_by_key(|value| value.to_string().len()).cloned();
        }
        if let Some(branches) = parts.branches() {
            let least = branches.iter().filter_map(|branch| self.least_of(branch, depth + 1));
            return least.min_by_key(|value| value.to_string().len());
        }
        match *parts.kinds().first()? {
            "object" => self.least_object(parts, depth).map(Value::Object),
            "array" => self.least_array(parts, depth).map(Value::Array),
            kind => scalar::least(kind, parts),
        }
    }

    fn least_object(&mut self, parts: &Parts<'d>, depth: usize) -> Option<Map<String, Value>> {
        let mut object = Map::new();
        for name in parts.required() {
            let value = match parts.property(name) {
                Some(schema) => self.least_of(schema, depth + 1)?,
                None => Value::Null,
            };
            object.insert(name.to_owned(), value);
        }
        let wanted = parts.count("minProperties").unwrap_or(0).min(LONGEST);
        for (name, schema) in parts.properties() {
            if object.len() < wanted && !object.contains_key(name) {
                object.extend(self.least_of(schema, depth + 1).map(|value| (name.to_owned(), value)));
            }
        }
        for number in object.len()..wanted {
            let schema = parts.get("additionalProperties").filter(|schema| schema.is_object());
            let value = schema.map_or(Some(Value::Null), |schema| self.least_of(schema, depth + 1))?;
            object.insert(format!("extra{number}"), value);
        }
        Some(object)
    }

    fn least_array(&mut self, parts: &Parts<'d>, depth: usize) -> Option<Vec<Value>> {
        let prefix = parts.get("prefixItems").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let length = parts.count("minItems").unwrap_or(0);
        if length > LONGEST {
            return None;
        }
        let mut array = Vec::new();
        for schema in prefix.iter().take(length.max(if length == 0 { 0 } else { prefix.len() })) {
            array.push(self.least_of(schema, depth + 1)?);
        }
        while array.len() < length {
            let value =
                parts.get("items").map_or(Some(Value::Null), |items| self.least_of(items, depth + 1))?;
            array.push(value);
        }
        Some(array)
    }

    /// The least value of a schema of the refusing document, for a member that the allowing one does not know.
    fn least_of_refusing(&self, schema: &'d Value, depth: usize) -> Option<Value> {
        Sampler::new(self.refusing, self.allowing, self.effort).least_of(schema, depth)
    }
}

fn named_by_one_first(values: &[Value], other: &Parts<'_>) -> Vec<Value> {
    let others = other.get("enum").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let (common, alone): (Vec<_>, Vec<_>) = values.iter().cloned().partition(|value| others.contains(value));
    alone.into_iter().chain(common).collect()
}

/// The value of the first required property that can be one thing only.
fn tag(parts: &Parts<'_>) -> Option<String> {
    let required = parts.required();
    parts.properties().into_iter().filter(|(name, _)| required.contains(name)).find_map(|(name, schema)| {
        let value = match (get(schema, "const"), get(schema, "enum").and_then(Value::as_array)) {
            (Some(value), _) => value,
            (None, Some(values)) if values.len() == 1 => &values[0],
            _ => return None,
        };
        Some(format!("{name}={value}"))
    })
}
