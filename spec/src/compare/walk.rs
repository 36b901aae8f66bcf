//! Two schemas in step, from the root to the leaves.

use std::collections::HashSet;

use super::Difference;
use super::describe::{self, describe, describe_beside, requiredness};
use super::pairing::{self, Pairing};
use super::schema::{Alternatives, Further, Node, Object, Scalar, lower};
use crate::document::Pointer;

/// Two schemas that are compared, by their places, and whether null counts.
pub(super) type Pair = (Vec<Pointer>, Vec<Pointer>, bool);

/// The walk through one operation. Each pair of schemas is compared once: recursive schemas end, and a difference in
/// a schema that the operation reaches on many ways is told once.
pub(super) struct Walk<'w> {
    operation: &'w str,
    address: String,
    seen: HashSet<Pair>,
    /// Pairs that former operations found equal to the leaves.
    equal: &'w mut HashSet<Pair>,
    differences: Vec<Difference>,
}

/// Where in the operation the walk is: its part, and the way down into the schema.
#[derive(Clone, Debug)]
pub(super) struct Place {
    part: String,
    way: String,
}

impl Place {
    pub fn part(name: impl Into<String>) -> Self {
        Self { part: name.into(), way: String::new() }
    }

    fn step(&self, step: &str) -> Self {
        Self { part: self.part.clone(), way: format!("{}{step}", self.way) }
    }

    fn text(&self) -> String {
        if self.way.is_empty() { self.part.clone() } else { format!("{} {}", self.part, self.way) }
    }
}

impl<'w> Walk<'w> {
    pub fn new(operation: &'w str, address: String, equal: &'w mut HashSet<Pair>) -> Self {
        Self { operation, address, seen: HashSet::new(), equal, differences: Vec::new() }
    }

    pub fn finish(self) -> Vec<Difference> {
        if self.differences.is_empty() {
            self.equal.extend(self.seen);
        }
        self.differences
    }

    pub fn report(
        &mut self,
        place: &Place,
        pointer: &Pointer,
        contract: impl Into<String>,
        signature: impl Into<String>,
    ) {
        self.differences.push(Difference {
            operation: self.operation.to_owned(),
            address: self.address.clone(),
            place: place.text(),
            pointer: pointer.clone(),
            contract: contract.into(),
            signature: signature.into(),
        });
    }

    /// Compares two schemas. With `optional`, null on either side means nothing: the value may be absent.
    pub fn schemas(&mut self, place: &Place, contract: &[Node<'_>], served: &[Node<'_>], optional: bool) {
        let pointers = |nodes: &[Node<'_>]| nodes.iter().map(|node| node.followed().pointer).collect();
        let pair = (pointers(contract), pointers(served), optional);
        if self.equal.contains(&pair) || !self.seen.insert(pair) {
            return;
        }
        let (mut wanted, mut found) = (lower(contract), lower(served));
        if optional {
            (wanted, found) = (wanted.without_null(), found.without_null());
        }
        let kinds = |alternatives: &Alternatives<'_>| {
            (alternatives.anything, !alternatives.arrays.is_empty(), !alternatives.objects.is_empty())
        };
        if kinds(&wanted) != kinds(&found) || wanted.scalars != found.scalars {
            let pointer = contract.first().map_or_else(Pointer::root, |node| node.followed().pointer);
            let words = (describe_beside(&wanted, &found), describe_beside(&found, &wanted));
            self.report(place, &pointer, words.0, words.1);
        }
        if !wanted.arrays.is_empty() && !found.arrays.is_empty() {
            self.schemas(&place.step("[]"), &wanted.arrays, &found.arrays, false);
        }
        if !wanted.objects.is_empty() && !found.objects.is_empty() {
            let pointer = contract.first().map_or_else(Pointer::root, |node| node.followed().pointer);
            self.unions(place, &pointer, &wanted.objects, &found.objects);
        }
    }

    /// `pointer` is the place of the union itself, for members that the contract does not have.
    fn unions(&mut self, place: &Place, pointer: &Pointer, contract: &[Object<'_>], served: &[Object<'_>]) {
        let Pairing { pairs, only_contract, only_served } = pairing::pair(contract, served);
        let several = contract.len() > 1;
        for (wanted, found) in pairs {
            let place = if several { place.step(&member_name(wanted)) } else { place.clone() };
            self.objects(&place, wanted, found);
        }
        for missing in only_contract {
            let place = place.step(&member_name(missing));
            self.report(&place, &missing.pointer, describe::object(missing), "no such member of the union");
        }
        for added in only_served {
            let place = place.step(&member_name(added));
            self.report(&place, pointer, "no such member of the union", describe::object(added));
        }
    }

    fn objects(&mut self, place: &Place, contract: &Object<'_>, served: &Object<'_>) {
        for (name, wanted) in &contract.members {
            let place = place.step(&format!(".{name}"));
            let required = contract.required.contains(name);
            let Some(found) = served.members.get(name) else {
                let words = format!("{} {}", requiredness(required), describe::describe_node(wanted));
                self.report(&place, &wanted.pointer, words, "no such member");
                continue;
            };
            // `Option` says two things in one: a required member that may be null is served as optional.
            let served_required = served.required.contains(name);
            let nullable = || lower(std::slice::from_ref(wanted)).scalars.contains(&Scalar::Null);
            if required != served_required && !(required && nullable()) {
                self.report(&place, &wanted.pointer, requiredness(required), requiredness(served_required));
            }
            let optional = !required || !served_required;
            self.schemas(&place, std::slice::from_ref(wanted), std::slice::from_ref(found), optional);
        }
        for (name, found) in &served.members {
            if !contract.members.contains_key(name) {
                let words = format!(
                    "{} {}",
                    requiredness(served.required.contains(name)),
                    describe(&lower(std::slice::from_ref(found)).without_null())
                );
                let pointer = contract.pointer.below(&["properties", name]);
                self.report(&place.step(&format!(".{name}")), &pointer, "no such member", words);
            }
        }
        match (&contract.further, &served.further) {
            (Further::Unsaid, Further::Unsaid) | (Further::Anything, Further::Anything) => {}
            (Further::Typed(wanted), Further::Typed(found)) => {
                let place = place.step(".*");
                self.schemas(&place, std::slice::from_ref(wanted), std::slice::from_ref(found), false);
            }
            (wanted, found) => {
                let pointer = contract.pointer.child("additionalProperties");
                let words = (describe::further(wanted), describe::further(found));
                self.report(&place.step(".*"), &pointer, words.0, words.1);
            }
        }
    }
}

/// `<type="text">`; the member names where a member of a union has no literal.
fn member_name(object: &Object<'_>) -> String {
    let literals = pairing::literals(object);
    let words: Vec<String> = if literals.is_empty() {
        object.members.keys().map(|name| (*name).to_owned()).collect()
    } else {
        literals.iter().map(|(name, value)| format!("{name}={value:?}")).collect()
    };
    format!("<{}>", words.join(", "))
}
