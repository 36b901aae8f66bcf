//! The cases of one operation, one after the other: edges, chance, breaches.
//!
//! Start at [`Making`], which is what [`Generator::cases`] gives. What the cases are is said beside it.

use std::collections::{BTreeMap, HashSet};

use super::dice::Dice;
use super::rules::Given;
use super::values::{Maker, Style};
use super::{Case, Expect, Generator};
use crate::contract::Operation;
use crate::plan::Step;
use crate::variables::Variables;

/// Cases being made.
pub(super) struct Making<'a> {
    pub generator: &'a Generator<'a>,
    pub operation: &'a Operation,
    pub variables: Variables,
    pub given: Given,
    /// The plainest call.
    pub base: Step,
    pub dice: Dice,
    /// What was made already.
    pub sent: HashSet<u64>,
    pub stage: Stage,
    /// The next cases of this stage.
    pub chosen: std::vec::IntoIter<Case>,
    /// How many valid cases there may yet be.
    pub valid: usize,
}

/// What is being made.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stage {
    /// Valid calls at the edges of what is allowed.
    Edges,
    /// Valid calls by chance.
    Chance {
        made: usize,
        tries: usize,
    },
    /// Calls that are to be refused.
    Breaches,
    Over,
}

impl Iterator for Making<'_> {
    type Item = Case;

    fn next(&mut self) -> Option<Case> {
        loop {
            if let Some(case) = self.chosen.next() {
                return Some(case);
            }
            match self.stage {
                Stage::Edges => self.edges(),
                Stage::Chance { made, tries } if made < tries && self.valid > 0 => {
                    self.stage = Stage::Chance { made: made + 1, tries };
                    if let Some(case) = self.random(made + 1).filter(|case| self.is_new(case)) {
                        self.valid -= 1;
                        return Some(case);
                    }
                }
                Stage::Chance { .. } => self.breaches(),
                Stage::Breaches => self.stage = Stage::Over,
                Stage::Over => return None,
            }
        }
    }
}

impl Making<'_> {
    fn edges(&mut self) {
        let tries = self.valid;
        self.stage = Stage::Chance { made: 0, tries };
        if tries > 0 {
            let maker = Maker { given: &self.given };
            let edges = self.generator.valid(self.operation, &maker, &self.base);
            // Chance has a share even where there are edges enough.
            let chosen = self.choose(edges, tries - tries / 5);
            self.valid -= chosen.len();
            self.chosen = chosen.into_iter();
        }
    }

    fn breaches(&mut self) {
        self.stage = Stage::Breaches;
        let mut breaches = self.generator.unknown(self.operation, &self.base);
        let maker = Maker { given: &self.given };
        breaches.extend(self.generator.invalid(self.operation, &maker, &self.base));
        self.chosen = self.choose(breaches, self.generator.most).into_iter();
    }

    /// A valid call by chance, if there is any but the plainest.
    fn random(&mut self, number: usize) -> Option<Case> {
        let maker = Maker { given: &self.given };
        let style = &mut Style::Random(&mut self.dice);
        let step = self.generator.whole(self.operation, &maker, &self.base, style)?;
        Some(Case { name: format!("random {number}"), step, expect: Expect::Accepted })
    }

    /// As many of these as may be, each kind in its turn, in the order in which they were made. Only what is chosen is
    /// judged: of a large body there are thousands of edges.
    fn choose(&mut self, from: Vec<Case>, most: usize) -> Vec<Case> {
        let mut chosen: Vec<usize> = Vec::new();
        for at in turns(&from, &mut self.dice) {
            if chosen.len() == most {
                break;
            }
            if self.is_new(&from[at]) {
                chosen.push(at);
            }
        }
        chosen.sort_unstable();
        let mut chosen: Vec<_> = chosen.into_iter().map(|at| from[at].clone()).collect();
        name_apart(&mut chosen);
        chosen
    }

    /// Whether it is what it is meant to be, and was not made already.
    fn is_new(&mut self, case: &Case) -> bool {
        let sent = case.sent();
        !self.sent.contains(&sent)
            && self.generator.right(self.operation, case, &self.variables)
            && self.sent.insert(sent)
    }
}

/// The order in which cases are chosen: the first one, then each kind of edge or violation in turn, before any has a second
/// turn.
fn turns(cases: &[Case], dice: &mut Dice) -> Vec<usize> {
    let mut kinds: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, case) in cases.iter().enumerate().skip(1) {
        let what = match &case.expect {
            Expect::Refused(breach) => breach.keyword,
            Expect::Accepted | Expect::NotFound { .. } => {
                case.name.rsplit_once(": ").map_or(case.name.as_str(), |(_, what)| what)
            }
        };
        kinds.entry(what).or_default().push(at);
    }
    let mut kinds: Vec<_> = kinds.into_values().collect();
    kinds.iter_mut().for_each(|kind| dice.shuffle(kind));
    let mut turns: Vec<usize> = (0..cases.len().min(1)).collect();
    while turns.len() < cases.len() {
        turns.extend(kinds.iter_mut().filter_map(Vec::pop));
    }
    turns
}

/// Gives cases of one name different ones.
fn name_apart(cases: &mut [Case]) {
    let mut seen = HashSet::new();
    for case in cases {
        let (name, mut number) = (case.name.clone(), 1);
        while !seen.insert(case.name.clone()) {
            number += 1;
            case.name = format!("{name} ({number})");
        }
    }
}
