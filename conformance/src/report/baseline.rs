//! Findings that are known: a TOML file with a reason for each, which may only shrink.
//!
//! What an entry names is told as known and fails nothing. An entry that names nothing any more is itself a failure, as
//! long as the replay could have found it. Start at [`Baseline::read`] and [`Report::hold_against`].

use std::fmt::Write as _;

use indexmap::IndexSet;
use serde::{Deserialize, Serialize};

use super::words::place;
use super::{Exchange, Kind, Report, Verdict};
use crate::against::{Compared, compared};
use crate::judge::{Finding, Rule};

/// What brings events about that differ by what is asked, and the streams that tell them.
const EVENTFUL: [Kind; 4] = [Kind::Story, Kind::Valid, Kind::Invalid, Kind::Stream];

/// The whole file: `[[finding]]` after `[[finding]]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    #[serde(default, rename = "finding")]
    pub entries: Vec<Entry>,
}

/// One known finding, or several that are alike.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The operation's id, or [`SERVER`](super::SERVER).
    pub operation: String,
    pub kind: Kind,
    /// Only in this case; without it, in all.
    pub case: Option<String>,
    pub rule: Rule,
    /// JSON pointer into the answer. A segment `*` stands for any one.
    #[serde(default)]
    pub pointer: String,
    /// Why it is so, and why that is accepted. Never empty.
    pub reason: String,
    /// It is not there in every replay: the entry may match nothing.
    #[serde(default)]
    pub sometimes: bool,
    /// Of an entry for all cases, one that has it: a replay that does not play it cannot tell that it is gone. Without
    /// it, every case of the operation can.
    pub seen: Option<Seen>,
}

/// A case, and the seed that it was made from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    pub case: String,
    pub seed: u64,
}

/// The file is no baseline.
#[derive(Debug, thiserror::Error)]
pub enum BaselineError {
    #[error("{0}")]
    Toml(#[from] toml::de::Error),
    #[error("entry {number} ({entry}) has no reason: say why it is accepted")]
    NoReason { number: usize, entry: String },
    #[error("entry {number} ({entry}) stands there twice")]
    Twice { number: usize, entry: String },
}

impl Baseline {
    /// # Errors
    /// It is not TOML of this form, or an entry has no reason or stands there twice.
    pub fn read(text: &str) -> Result<Baseline, BaselineError> {
        let baseline: Baseline = toml::from_str(text)?;
        let mut seen = IndexSet::new();
        for (at, entry) in baseline.entries.iter().enumerate() {
            let (number, name) = (at + 1, entry.to_string());
            if entry.reason.trim().is_empty() {
                return Err(BaselineError::NoReason { number, entry: name });
            }
            if !seen.insert(name.clone()) {
                return Err(BaselineError::Twice { number, entry: name });
            }
        }
        Ok(baseline)
    }

    /// What `self` has without what is gone, and an entry for each other finding of the report that fails, with the
    /// reason left to whoever accepts it.
    pub fn renewed(&self, report: &Report) -> Baseline {
        let stays = |entry: &&Entry| !entry.is_stale(report);
        let mut renewed = Baseline { entries: self.entries.iter().filter(stays).cloned().collect() };
        let mut names: IndexSet<String> = renewed.entries.iter().map(Entry::to_string).collect();
        for exchange in report.exchanges() {
            for finding in exchange.verdict.findings().iter().filter(|finding| !finding.known) {
                if self.entry(exchange, finding).is_none() {
                    let entry = Entry::of(exchange, finding, report.setup.seed);
                    if names.insert(entry.to_string()) {
                        renewed.entries.push(entry);
                    }
                }
            }
        }
        renewed
    }

    /// The entry that knows this finding. One for the very case comes before one for all.
    pub fn entry(&self, exchange: &Exchange, finding: &Finding) -> Option<&Entry> {
        let fitting = self.entries.iter().filter(|entry| entry.fits(exchange, finding));
        fitting.min_by_key(|entry| entry.case.is_none())
    }

    /// As a file.
    pub fn to_toml(&self) -> String {
        let mut text = String::from(
            "# Findings that are known, with a reason for each. An entry that matches nothing any more is to go.\n",
        );
        for entry in &self.entries {
            // Writing to a String cannot fail.
            let _ = write!(text, "\n[[finding]]\noperation = {}\n", quoted(&entry.operation));
            let _ = writeln!(text, "kind = {}", quoted(&name(&entry.kind)));
            if let Some(case) = &entry.case {
                let _ = writeln!(text, "case = {}", quoted(case));
            }
            let _ = writeln!(text, "rule = {}", quoted(&name(&entry.rule)));
            let _ = writeln!(text, "pointer = {}", quoted(&entry.pointer));
            let _ = writeln!(text, "reason = {}", quoted(&entry.reason));
            if entry.sometimes {
                text.push_str("sometimes = true\n");
            }
            if let Some(Seen { case, seed }) = &entry.seen {
                let _ = writeln!(text, "seen = {{ case = {}, seed = {seed} }}", quoted(case));
            }
        }
        text
    }
}

impl Entry {
    /// Without a reason yet.
    fn of(exchange: &Exchange, finding: &Finding, seed: u64) -> Entry {
        let case = exchange.case.clone();
        // What differs between cases of an operation is the input, and the next seed has other ones. Where a case is a
        // check of its own, the same rule at the same place is another fault in the next case.
        let (case, seen) =
            if exchange.kind.is_by_input() { (None, Some(Seen { case, seed })) } else { (Some(case), None) };
        Entry {
            operation: exchange.operation.clone(),
            kind: exchange.kind,
            case,
            rule: finding.rule,
            // Places of a list are no part of what is known: the next replay finds others.
            pointer: place(&finding.pointer),
            reason: String::new(),
            sometimes: false,
            seen,
        }
    }

    fn fits(&self, exchange: &Exchange, finding: &Finding) -> bool {
        self.could_fit(exchange) && self.rule == finding.rule && points_to(&self.pointer, &finding.pointer)
    }

    /// Whether the report shows that the finding is gone.
    fn is_stale(&self, report: &Report) -> bool {
        let fits = |exchange: &Exchange| {
            exchange.verdict.findings().iter().any(|finding| self.fits(exchange, finding))
        };
        !self.sometimes && self.is_judged_by(report) && !report.exchanges().any(fits)
    }

    /// Whether the finding would have been told if it were still there.
    fn is_judged_by(&self, report: &Report) -> bool {
        // What is repeated are the cases that failed, in a state that the others would have changed.
        if report.setup.replay {
            return false;
        }
        let judged = |kind: Kind, case: Option<&str>| {
            report.exchanges().any(|exchange| {
                let of_case = case.is_none_or(|case| case == exchange.case);
                let judged = !matches!(exchange.verdict, Verdict::NotExercised { .. } | Verdict::NotBuilt);
                judged && of_case && exchange.operation == self.operation && exchange.kind == kind
            })
        };
        match self.kind {
            // A stream tells what everything else brings about.
            Kind::Stream => report.setup.has_all(&EVENTFUL) && judged(self.kind, self.case.as_deref()),
            // Cases that do not differ between two servers are told together, not by their names.
            Kind::Against => {
                let played = match self.case.as_deref().and_then(compared) {
                    Some(Compared::Case(kind, case)) => judged(kind, Some(case)),
                    Some(Compared::Events) => report.setup.has_all(&[Kind::Story, Kind::Stream]),
                    None => true,
                };
                played && judged(Kind::Against, None)
            }
            _ => match &self.seen {
                Some(seen) => seen.seed == report.setup.seed && judged(self.kind, Some(&seen.case)),
                None => judged(self.kind, self.case.as_deref()),
            },
        }
    }

    /// Whether this exchange is one that the entry speaks of, if it fails in the way it says.
    fn could_fit(&self, exchange: &Exchange) -> bool {
        let of_case = self.case.as_ref().is_none_or(|case| *case == exchange.case);
        self.operation == exchange.operation && self.kind == exchange.kind && of_case
    }
}

/// What tells an entry from all others, on one line.
impl std::fmt::Display for Entry {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}, {}", self.operation, name(&self.kind))?;
        if let Some(case) = &self.case {
            write!(formatter, " {case:?}")?;
        }
        write!(formatter, ", {}", name(&self.rule))?;
        if !self.pointer.is_empty() {
            write!(formatter, " at {}", self.pointer)?;
        }
        Ok(())
    }
}

impl Report {
    /// Tells what the baseline knows as known, with its reason, and keeps the entries that match nothing though the
    /// replay played what they speak of.
    pub fn hold_against(&mut self, baseline: &Baseline) {
        let stale = baseline.entries.iter().filter(|entry| entry.is_stale(self));
        self.stale = stale.map(Entry::to_string).collect();
        for exchange in self.operations.iter_mut().flat_map(|operation| &mut operation.exchanges) {
            let mut findings = exchange.verdict.findings().to_vec();
            for finding in &mut findings {
                if let Some(entry) = baseline.entry(exchange, finding) {
                    finding.known = true;
                    finding.reason = Some(entry.reason.clone());
                }
            }
            if !findings.is_empty() {
                exchange.verdict = Verdict::of(findings);
            }
        }
        self.conclude();
    }
}

/// Whether `pattern`, with `*` for any one segment, is this pointer.
fn points_to(pattern: &str, pointer: &str) -> bool {
    let (mut wanted, mut found) = (pattern.split('/'), pointer.split('/'));
    loop {
        match (wanted.next(), found.next()) {
            (None, None) => return true,
            (Some(wanted), Some(found)) if wanted == "*" || wanted == found => {}
            _ => return false,
        }
    }
}

/// A kind or a rule as it stands in files.
pub(super) fn name(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        other => unreachable!("kinds and rules are written as texts, not as {other:?}"),
    }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

#[cfg(test)]
mod tests;
