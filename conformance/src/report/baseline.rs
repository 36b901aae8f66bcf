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
            Kind::Stream => report.setup.is_whole() && judged(self.kind, self.case.as_deref()),
            // Cases that do not differ between two servers are told together, not by their names.
            Kind::Against => {
                let played = match self.case.as_deref().and_then(compared) {
                    Some(Compared::Case(kind, case)) => judged(kind, Some(case)),
                    Some(Compared::Events) => report.setup.is_whole(),
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
mod tests {
    use super::*;
    use crate::Mode;
    use crate::report::Setup;
    use crate::report::conclude::tests::{exchange, report};

    fn finding(pointer: &str) -> Verdict {
        Verdict::of(vec![Finding::new(Rule::Body, pointer, "wrong")])
    }

    fn entry(pointer: &str, more: &str) -> String {
        format!(
            "[[finding]]\noperation = \"path.get\"\nkind = \"story\"\nrule = \"body\"\npointer = \"{pointer}\"\n{more}\n"
        )
    }

    #[test]
    fn what_is_named_is_known_and_the_rest_still_fails() {
        let baseline =
            Baseline::read(&entry("/list/*/name", "reason = \"it was always so\"")).expect("a baseline");
        let mut known = report(false, vec![exchange("path.get", finding("/list/7/name"))]);
        known.hold_against(&baseline);
        assert_eq!((known.counts.known, known.exit_code(), known.stale.len()), (1, 0, 0));
        assert_eq!(known.operations[0].verdict.findings()[0].reason.as_deref(), Some("it was always so"));
        let mut other = report(false, vec![exchange("path.get", finding("/list/7"))]);
        other.hold_against(&baseline);
        assert_eq!((other.counts.fails, other.stale.len(), other.exit_code()), (1, 1, 1));
    }

    #[test]
    fn an_entry_that_matches_nothing_fails_if_it_was_judged() {
        let baseline = Baseline::read(&entry("/x", "reason = \"r\"")).expect("a baseline");
        let mut well = report(false, vec![exchange("path.get", Verdict::Conforms)]);
        well.hold_against(&baseline);
        assert_eq!(
            (well.stale.as_slice(), well.exit_code()),
            (&["path.get, story, body at /x".to_owned()][..], 1)
        );
        let mut unasked = report(false, vec![exchange("path.get", Verdict::NotBuilt)]);
        unasked.hold_against(&baseline);
        assert_eq!((unasked.stale.len(), unasked.exit_code()), (0, 0));
        let sometimes = Baseline::read(&entry("/x", "reason = \"r\"\nsometimes = true")).expect("a baseline");
        well.hold_against(&sometimes);
        assert_eq!((well.stale.len(), well.exit_code()), (0, 0));
    }

    #[test]
    fn a_difference_that_is_gone_is_missed_though_its_case_is_not_told_any_more() {
        let against = |case: &str, verdict| Exchange {
            kind: Kind::Against,
            case: case.to_owned(),
            ..exchange("path.get", verdict)
        };
        let differs = Verdict::of(vec![Finding::new(Rule::Differs, "/x", "otherwise")]);
        let found = report(false, vec![against("story: s/1", differs)]);
        let written = Baseline::default().renewed(&found).to_toml().replace("\"\"", "\"because\"");
        let baseline = Baseline::read(&written).expect("a baseline");
        assert_eq!(baseline.entries[0].case.as_deref(), Some("story: s/1"));
        let mut same = found;
        same.hold_against(&baseline);
        assert_eq!((same.stale.len(), same.exit_code()), (0, 0));
        let all_same = || against("all compared answers", Verdict::Conforms);
        let mut gone = report(false, vec![exchange("path.get", Verdict::Conforms), all_same()]);
        gone.hold_against(&baseline);
        assert_eq!((gone.stale.len(), gone.exit_code()), (1, 1));
        let mut others = report(false, vec![all_same()]);
        others.hold_against(&baseline);
        assert_eq!((others.stale.len(), others.exit_code()), (0, 0), "that case was not compared");
        let mut alone = report(false, vec![exchange("path.get", Verdict::Conforms)]);
        alone.hold_against(&baseline);
        assert_eq!((alone.stale.len(), alone.exit_code()), (0, 0), "there was no other server");
    }

    #[test]
    fn a_check_of_its_own_is_known_alone() {
        let check = |case: &str| Exchange {
            kind: Kind::Gateway,
            case: case.to_owned(),
            ..exchange(crate::SERVER, Verdict::of(vec![Finding::new(Rule::Cors, "", case)]))
        };
        let written = Baseline::default().renewed(&report(false, vec![check("tauri")]));
        let mut other = report(false, vec![check("tauri"), check("evil.example")]);
        other.hold_against(&written);
        assert_eq!((other.counts.findings, other.stale.len(), other.exit_code()), (1, 0, 1));
    }

    #[test]
    fn what_was_not_played_is_not_gone() {
        let generated = |case: &str, verdict| Exchange {
            kind: Kind::Valid,
            case: case.to_owned(),
            ..exchange("path.get", verdict)
        };
        let found =
            report(false, vec![generated("random 30", finding("/x")), generated("plain", finding("/x"))]);
        let written = Baseline::default().renewed(&found);
        assert_eq!(written.entries.len(), 1, "{written:?}");
        let stale = |case: &str, change: fn(&mut Setup)| {
            let mut report = report(false, vec![generated(case, Verdict::Conforms)]);
            change(&mut report.setup);
            report.hold_against(&written);
            report.stale.len()
        };
        assert_eq!(stale("random 30", |_| {}), 1);
        assert_eq!(stale("random 29", |_| {}), 0, "another case");
        assert_eq!(stale("random 30", |setup| setup.seed = 1), 0, "another call of the same name");
        assert_eq!(stale("random 30", |setup| setup.replay = true), 0, "only failures are repeated");
    }

    #[test]
    fn what_a_stream_told_is_gone_only_where_everything_was_played() {
        let stream = |verdict| Exchange { kind: Kind::Stream, ..exchange("event.subscribe", verdict) };
        let written = Baseline::default().renewed(&report(false, vec![stream(finding("/x"))]));
        let stale = |change: fn(&mut Setup)| {
            let mut report = report(false, vec![stream(Verdict::Conforms)]);
            change(&mut report.setup);
            report.hold_against(&written);
            report.stale.len()
        };
        assert_eq!(stale(|_| {}), 1);
        assert_eq!(stale(|setup| setup.mode = Mode::ReadOnly), 0);
        assert_eq!(stale(|setup| setup.kinds = vec![Kind::Stream]), 0);
        assert_eq!(stale(|setup| setup.include = vec!["event".to_owned()]), 0);
    }

    #[test]
    fn a_renewed_baseline_loses_only_what_is_gone() {
        let entry = |operation: &str, more: &str| {
            entry("/x", &format!("reason = \"r\"\n{more}")).replace("path.get", operation)
        };
        let text =
            [entry("path.get", ""), entry("vcs.get", ""), entry("app.log", "sometimes = true")].concat();
        let baseline = Baseline::read(&text).expect("a baseline");
        let conforming = ["path.get", "app.log"].map(|id| exchange(id, Verdict::Conforms));
        let new = exchange("pty.list", finding("/y"));
        let renewed = baseline.renewed(&report(false, [&conforming[..], &[new]].concat()));
        let named: Vec<_> = renewed.entries.iter().map(|entry| entry.operation.as_str()).collect();
        assert_eq!(named, ["vcs.get", "app.log", "pty.list"]);
    }

    #[test]
    fn reasons_are_asked_for_and_entries_stand_once() {
        let problem = |text: &str| Baseline::read(text).expect_err("no baseline").to_string();
        assert!(problem(&entry("/x", "reason = \" \"")).contains("has no reason"));
        assert!(problem(&entry("/x", "")).contains("reason"));
        let one = entry("/x", "reason = \"r\"");
        assert!(problem(&(one.clone() + &one)).contains("twice"));
        assert!(problem(&entry("/x", "reason = \"r\"\nnope = 1")).contains("nope"));
    }

    #[test]
    fn a_written_baseline_reads_back_once_reasons_are_filled_in() {
        let failing = report(
            false,
            vec![
                exchange("path.get", finding("/list/3/\"x\"")),
                exchange("path.get", finding("/list/4/\"x\"")),
            ],
        );
        let written = Baseline::default().renewed(&failing);
        assert_eq!(written.entries.len(), 1, "places of a list are alike");
        assert!(Baseline::read(&written.to_toml()).is_err(), "no reason yet");
        let filled = written.to_toml().replace("reason = \"\"", "reason = \"because\"");
        let read = Baseline::read(&filled).expect("a baseline");
        assert_eq!(read.renewed(&failing), read, "reasons stay");
        let mut report = failing;
        report.hold_against(&read);
        assert_eq!(report.exit_code(), 0);
    }
}
