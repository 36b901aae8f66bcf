//! What changed between two contracts, and whom it breaks.
//!
//! [`diff`] compares two documents and answers a [`Diff`]: a list of [`Change`]s, each with its [`Level`], the
//! operations that it reaches, its places in both documents and, for what breaks, a [`Witness`] and the [`Effect`]s
//! on Rust callers. How a change is judged is told by its [`Rule`]; how a list is shown is not here but in
//! [`present`](crate::present), and which changes a project accepts is in [`policy`](crate::policy).
//!
//! Inside, operations and pairs of named schemas are *units*: each is compared once ([`operation`], [`schema`]) and
//! leaves facts and links to other units. Following the links tells which operations reach a unit and in which
//! direction ([`reach`]), and only that makes a fact a change ([`judge`]).

mod change;
mod document;
mod effects;
mod fact;
mod fingerprint;
mod formats;
mod judge;
mod lines;
mod message;
mod node;
mod operation;
mod order;
mod parameter;
mod reach;
mod rules;
mod schema;
mod security;
mod shared;
mod status;
mod unused;
mod witness;

use std::collections::HashSet;
use std::mem::ManuallyDrop;

pub use change::{
    Change, Contract, Diff, Direction, Effect, EffectKind, Level, Place, Shared, Subject, Valid, Witness,
};
pub use rules::{RULES, Rule, rule};

use self::fact::{Findings, Unit};
use self::node::Node;
use self::schema::Engine;
use crate::document::{Document, Pointer};

/// Compares two contracts; the changes come in the order of the new document, what is gone at the place it had.
pub fn diff(old: &Document, new: &Document) -> Diff {
    // What explains the changes takes longer than finding them: each part begins as soon as it can.
    let (mut changes, (witnesses, effects, contracts)) = std::thread::scope(|scope| {
        let models = scope.spawn(|| effects::Models::of(old, new));
        let changes = self::changes(old, new);
        // Neither is freed value by value: there are a hundred thousand, and who compares has little left to do.
        let search = ManuallyDrop::new(witness::Search::new(old, new, &changes));
        let explained = std::thread::scope(|scope| {
            // Two cores are what the smallest machine has; this thread joins in when the effects are known.
            let others = [scope.spawn(|| search.work()), scope.spawn(|| search.work())];
            let contracts = (Contract::of(old), Contract::of(new));
            let effects = ManuallyDrop::new(joined(models)).find(&changes);
            let mut found = search.work();
            found.extend(others.into_iter().flat_map(joined));
            (search.finish(found), effects, contracts)
        });
        (changes, explained)
    });
    for (change, witness) in changes.iter_mut().zip(witnesses) {
        change.witness = witness;
    }
    for (change, effects) in changes.iter_mut().zip(effects) {
        change.effects = effects;
    }
    Diff { old: contracts.0, new: contracts.1, changes }
}

/// What a thread gives. Only a panic leaves nothing, and it goes on where it would have been without the thread.
pub(crate) fn joined<T>(thread: std::thread::ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// The changes alone, without witnesses and effects: what a program needs that only wants to know.
pub fn changes(old: &Document, new: &Document) -> Vec<Change> {
    let pairs = operation::pair(old.operations(), new.operations());
    let paths: HashSet<&str> = new.operations().iter().map(|operation| operation.path).collect();
    let mut engine = Engine::new(old.value(), new.value());
    for pair in &pairs {
        engine.units.push(Unit { subject: subject(pair), sides: None, found: Findings::default() });
    }
    for (number, pair) in pairs.iter().enumerate() {
        let mut found = Findings::default();
        operation::compare(&mut engine, &mut found, pair, &paths);
        engine.units[number].found = found;
    }
    engine.finish();
    let reached = engine.units.len();
    unused::compare(&mut engine);
    engine.finish();
    let mut whole = Findings::default();
    let roots = (
        Node::new(old.value(), Pointer::root(), old.value()),
        Node::new(new.value(), Pointer::root(), new.value()),
    );
    document::compare(&mut whole, &roots.0, &roots.1);
    engine.units.push(Unit { subject: Subject::Document, sides: None, found: whole });
    let unseen = unused::unseen(old.value(), new.value());
    judge::changes(&engine.units, &pairs, reached, &unseen, old, new)
}

fn subject(pair: &operation::Pair<'_>) -> Subject {
    pair.shown().map_or(Subject::Document, |operation| Subject::Operation {
        id: operation.id().map_or_else(|| operation.address(), str::to_owned),
        method: operation.method.to_ascii_uppercase(),
        path: operation.path.to_owned(),
    })
}
