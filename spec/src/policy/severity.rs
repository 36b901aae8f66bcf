//! The levels that a project gives to rules: a TOML file of lines `rule-id = "level"`.

use std::collections::BTreeMap;
use std::path::Path;

use toml::Spanned;

use super::{at, text_of};
use crate::diagnostic::Diagnostic;
use crate::diff::{self, Level};

/// Levels by rule id; empty where a project is content with ours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Severities(BTreeMap<String, Level>);

impl Severities {
    /// Reads the file; findings name it as `source`.
    ///
    /// # Errors
    /// It cannot be read, or [`Severities::parse`] refuses it.
    pub fn read(path: &Path, source: &str) -> Result<Self, Box<Diagnostic>> {
        Self::parse(source, &text_of(path, source)?)
    }

    /// # Errors
    /// The text is not TOML, or names a rule or a level that does not exist.
    pub fn parse(source: &str, text: &str) -> Result<Self, Box<Diagnostic>> {
        let lines: BTreeMap<Spanned<String>, Spanned<toml::Value>> =
            toml::from_str(text).map_err(|error| {
                let start = error.span().map_or(0, |span| span.start);
                at(source, text, start, error.message())
            })?;
        let mut levels = BTreeMap::new();
        for (id, level) in lines {
            if diff::rule(id.get_ref()).is_none() {
                let message = format!("there is no rule `{}`", id.get_ref());
                let finding = at(source, text, id.span().start, message);
                return Err(finding.with_help("`contract rules` lists them all").into());
            }
            let written = level.get_ref().as_str();
            let Some(known) = Level::ALL.into_iter().find(|known| Some(known.name()) == written) else {
                let names = Level::ALL.map(Level::name).join("\", \"");
                let message = format!("{} is no level", level.get_ref());
                let finding = at(source, text, level.span().start, message);
                return Err(finding.with_help(format!("one of \"{names}\"")).into());
            };
            levels.insert(id.into_inner(), known);
        }
        Ok(Self(levels))
    }

    /// The level of a rule, if the project gives it one of its own.
    pub fn of(&self, rule: &str) -> Option<Level> {
        self.0.get(rule).copied()
    }
}
