//! Which changes a project accepts, and how grave it finds them.
//!
//! [`judge`] takes a comparison and answers [`Judged`]: every change with the level that the project gives its rule
//! ([`Severities`]), whether it was accepted ([`Acceptances`]), and whether it fails the run ([`FailOn`]). Nothing
//! here reads a clock: the day is a parameter.

mod accept;
mod date;
mod severity;

pub use accept::{Acceptance, Acceptances};
pub use date::Date;
pub use severity::Severities;

use crate::diagnostic::{Diagnostic, Position};
use crate::diff::{Change, Contract, Diff, Level};
use crate::document::read_file;

/// From which level on a change fails the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum FailOn {
    /// `breaking` and `unknown` ones: what is not proven harmless is not let through
    Breaking,
    /// Any change at all, texts included
    Any,
    /// Nothing fails
    Never,
}

/// A comparison with the project's verdict on it.
#[derive(Clone, Debug)]
pub struct Judged {
    pub old: Contract,
    pub new: Contract,
    /// In the order of the comparison.
    pub findings: Vec<Finding>,
    /// Entries of the accept file that are expired or fit no change.
    pub problems: Vec<Diagnostic>,
    pub fail_on: FailOn,
}

/// A change and what the project says about it.
#[derive(Clone, Debug)]
pub struct Finding {
    /// With the project's own level, where it has one for the rule.
    pub change: Change,
    /// Why it does not count, if somebody accepted it.
    pub accepted: Option<Acceptance>,
    /// Whether it makes the run fail.
    pub fails: bool,
}

impl FailOn {
    /// As the command line spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Any => "any",
            Self::Never => "never",
        }
    }

    fn covers(self, level: Level) -> bool {
        match self {
            Self::Breaking => level <= Level::Unknown,
            Self::Any => true,
            Self::Never => false,
        }
    }
}

/// Applies a project's rules to a comparison on the day `today`.
pub fn judge(
    diff: Diff,
    severities: &Severities,
    acceptances: &Acceptances,
    fail_on: FailOn,
    today: Date,
) -> Judged {
    let Diff { old, new, changes } = diff;
    let problems = acceptances.problems(&changes, today);
    let findings = changes.into_iter().map(|mut change| {
        change.level = severities.of(change.rule).unwrap_or(change.level);
        let accepted = acceptances.for_change(&change, today).cloned();
        let fails = accepted.is_none() && fail_on.covers(change.level);
        Finding { change, accepted, fails }
    });
    Judged { old, new, findings: findings.collect(), problems, fail_on }
}

impl Judged {
    /// Whether the run fails: a change does, or the accept file is out of date. `--fail-on never` means never.
    pub fn fails(&self) -> bool {
        self.findings.iter().any(|finding| finding.fails)
            || (self.fail_on != FailOn::Never && !self.problems.is_empty())
    }

    /// How many changes of this level nobody accepted.
    pub fn open(&self, level: Level) -> usize {
        let open = |finding: &&Finding| finding.accepted.is_none() && finding.change.level == level;
        self.findings.iter().filter(open).count()
    }

    /// How many changes were accepted.
    pub fn accepted(&self) -> usize {
        self.findings.iter().filter(|finding| finding.accepted.is_some()).count()
    }
}

/// A finding about a place in a file that people write.
fn at(source: &str, text: &str, offset: usize, message: impl Into<String>) -> Diagnostic {
    Diagnostic::about(source, message).with_position(position(text, offset))
}

fn position(text: &str, offset: usize) -> Position {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |start| start.chars().count()) + 1;
    Position { line, column }
}

/// A file that people write, as text.
fn text_of(path: &std::path::Path, source: &str) -> Result<String, Box<Diagnostic>> {
    let unreadable =
        |why: &dyn std::fmt::Display| Diagnostic::about(source, format!("cannot be read: {why}")).into();
    let bytes = read_file(path).map_err(|error| unreadable(&error))?;
    String::from_utf8(bytes).map_err(|_| unreadable(&"this is not UTF-8 text"))
}
