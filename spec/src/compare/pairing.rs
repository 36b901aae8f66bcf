//! Which member of one union is meant by which member of the other.
//!
//! Names of schemas say nothing (the two documents name them differently), so members are recognised by what they
//! look like: first by the literals they carry (`type: "text"`), then by the smallest difference of member names.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::schema::{Object, Scalar, lower};

/// Members of both unions that belong together, and those that found no partner.
pub(super) struct Pairing<'o, 'a> {
    pub pairs: Vec<(&'o Object<'a>, &'o Object<'a>)>,
    pub only_contract: Vec<&'o Object<'a>>,
    pub only_served: Vec<&'o Object<'a>>,
}

/// The literals of an object's members: what tells it from its siblings.
pub(super) fn literals(object: &Object<'_>) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (name, node) in &object.members {
        let alternatives = lower(std::slice::from_ref(node));
        let alone = alternatives.arrays.is_empty() && alternatives.objects.is_empty();
        let mut scalars = alternatives.scalars.iter();
        if let (Some(Scalar::TextValue(value)), None, true) = (scalars.next(), scalars.next(), alone) {
            found.insert((*name).to_owned(), value.clone());
        }
    }
    found
}

pub(super) fn pair<'o, 'a>(contract: &'o [Object<'a>], served: &'o [Object<'a>]) -> Pairing<'o, 'a> {
    if let ([one], [other]) = (contract, served) {
        return Pairing { pairs: vec![(one, other)], only_contract: Vec::new(), only_served: Vec::new() };
    }
    let served_literals: Vec<_> = served.iter().map(literals).collect();
    let mut candidates = Vec::new();
    for (left, one) in contract.iter().enumerate() {
        let literals = literals(one);
        for (right, other) in served.iter().enumerate() {
            if let Some(score) = likeness(one, &literals, other, &served_literals[right]) {
                candidates.push((Reverse(score), left, right));
            }
        }
    }
    candidates.sort();
    let (mut lefts, mut rights) = (BTreeMap::new(), BTreeSet::new());
    for (_, left, right) in candidates {
        if !lefts.contains_key(&left) && rights.insert(right) {
            lefts.insert(left, right);
        }
    }
    Pairing {
        pairs: lefts.iter().map(|(left, right)| (&contract[*left], &served[*right])).collect(),
        only_contract: (0..contract.len())
            .filter(|left| !lefts.contains_key(left))
            .map(|i| &contract[i])
            .collect(),
        only_served: (0..served.len()).filter(|right| !rights.contains(right)).map(|i| &served[i]).collect(),
    }
}

/// How alike two members are: common literals, then (negative) the number of names only one of them has. `None` for
/// two that cannot be the same: their literals contradict each other, or they share no name.
fn likeness(
    one: &Object<'_>,
    literals: &BTreeMap<String, String>,
    other: &Object<'_>,
    other_literals: &BTreeMap<String, String>,
) -> Option<(usize, Reverse<usize>)> {
    let shared = || literals.iter().filter_map(|(name, value)| Some((value, other_literals.get(name)?)));
    if shared().any(|(value, other)| value != other) {
        return None;
    }
    let names: BTreeSet<&&str> = one.members.keys().collect();
    let other_names: BTreeSet<&&str> = other.members.keys().collect();
    let common = names.intersection(&other_names).count();
    let different = names.len() + other_names.len() - 2 * common;
    (common > 0 || different == 0).then(|| (shared().count(), Reverse(different)))
}
