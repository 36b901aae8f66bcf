//! The changes that a project has accepted, each with its reason and the day until which that holds.
//!
//! ```toml
//! [[accept]]
//! fingerprint = "93d1c0a5e2f47b68"
//! rule = "api-removed-without-deprecation"   # optional: a reminder, which must be right
//! reason = "nobody outside this repository calls it"
//! expires = "2026-12-31"                     # the last day on which it is accepted
//! ```

use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::{Date, at, position, text_of};
use crate::diagnostic::{Diagnostic, Position};
use crate::diff::{self, Change};

/// The entries of one file, in its order.
#[derive(Clone, Debug, Default)]
pub struct Acceptances {
    source: String,
    entries: Vec<Entry>,
}

/// Why a change does not count, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    pub reason: String,
    /// The last day on which it holds.
    pub expires: Date,
}

#[derive(Clone, Debug)]
struct Entry {
    fingerprint: String,
    rule: Option<String>,
    acceptance: Acceptance,
    position: Position,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    accept: Vec<Written>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    fingerprint: Spanned<String>,
    rule: Option<Spanned<String>>,
    reason: Spanned<String>,
    /// A string or a date of TOML: both are written `YYYY-MM-DD`.
    expires: Spanned<toml::Value>,
}

impl Acceptances {
    /// Reads the file; findings name it as `source`.
    ///
    /// # Errors
    /// It cannot be read, or [`Acceptances::parse`] refuses it.
    pub fn read(path: &Path, source: &str) -> Result<Self, Box<Diagnostic>> {
        Self::parse(source, &text_of(path, source)?)
    }

    /// # Errors
    /// The text is not TOML, or an entry is not as it must be.
    pub fn parse(source: &str, text: &str) -> Result<Self, Box<Diagnostic>> {
        let file: File = toml::from_str(text).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start);
            at(source, text, start, error.message())
        })?;
        let mut entries: Vec<Entry> = Vec::new();
        for written in file.accept {
            let entry = written.checked(source, text)?;
            if entries.iter().any(|other| other.fingerprint == entry.fingerprint) {
                let message = format!("`{}` is accepted twice", entry.fingerprint);
                return Err(Diagnostic::about(source, message).with_position(entry.position).into());
            }
            entries.push(entry);
        }
        Ok(Self { source: source.to_owned(), entries })
    }

    /// The acceptance that holds for a change on this day.
    pub(super) fn for_change(&self, change: &Change, today: Date) -> Option<&Acceptance> {
        let entry =
            self.entries.iter().find(|entry| entry.fits(change) && entry.acceptance.expires >= today)?;
        Some(&entry.acceptance)
    }

    /// Entries that are of no use on this day: expired, or without a change that they fit.
    pub(super) fn problems(&self, changes: &[Change], today: Date) -> Vec<Diagnostic> {
        let problem = |entry: &Entry| {
            let Entry { fingerprint, acceptance, .. } = entry;
            let (message, help) = match changes.iter().find(|change| change.fingerprint == *fingerprint) {
                None => (format!("no change has the fingerprint `{fingerprint}`"), "remove the entry"),
                Some(change) if !entry.fits(change) => {
                    (format!("the change `{fingerprint}` is one of `{}`", change.rule), "correct the rule")
                }
                Some(_) if acceptance.expires < today => (
                    format!("the change `{fingerprint}` was accepted until {}", acceptance.expires),
                    "repair what it breaks, or decide again and give it a new date",
                ),
                Some(_) => return None,
            };
            let finding = Diagnostic::about(self.source.as_str(), message);
            Some(finding.with_position(entry.position).with_help(help))
        };
        self.entries.iter().filter_map(problem).collect()
    }
}

impl Written {
    fn checked(self, source: &str, text: &str) -> Result<Entry, Box<Diagnostic>> {
        let refused = |offset: usize, message: String| Err(at(source, text, offset, message).into());
        let fingerprint = self.fingerprint.get_ref();
        if fingerprint.len() != 16
            || !fingerprint.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        {
            let message = format!("`{fingerprint}` is no fingerprint: those have 16 digits of 0-9 and a-f");
            return refused(self.fingerprint.span().start, message);
        }
        if let Some(rule) = self.rule.as_ref().filter(|rule| diff::rule(rule.get_ref()).is_none()) {
            return refused(rule.span().start, format!("there is no rule `{}`", rule.get_ref()));
        }
        if self.reason.get_ref().trim().is_empty() {
            return refused(self.reason.span().start, "this entry gives no reason".to_owned());
        }
        let expires = match self.expires.get_ref() {
            toml::Value::String(text) => text.parse(),
            // Of the forms that TOML has, only a day without a time prints as one.
            toml::Value::Datetime(date) => date.to_string().parse(),
            other => other.to_string().parse(),
        };
        let position = position(text, self.fingerprint.span().start);
        match expires {
            Ok(expires) => Ok(Entry {
                fingerprint: self.fingerprint.into_inner(),
                rule: self.rule.map(Spanned::into_inner),
                acceptance: Acceptance { reason: self.reason.into_inner(), expires },
                position,
            }),
            Err(error) => refused(self.expires.span().start, format!("`expires` is {error}")),
        }
    }
}

impl Entry {
    fn fits(&self, change: &Change) -> bool {
        self.fingerprint == change.fingerprint && self.rule.as_ref().is_none_or(|rule| rule == change.rule)
    }
}
