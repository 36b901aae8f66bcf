//! `contract diff`.

use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use clap::Args;

use super::color::Color;
use super::{Failure, line, record, spinner, unambiguous};
use crate::diagnostic::Diagnostic;
use crate::diff;
use crate::document::Document;
use crate::policy::{Acceptances, Date, FailOn, Severities, judge};
use crate::present::{Format, Look, counts, present};
use crate::source::{Access, STANDARD_INPUT};

#[derive(Debug, Args)]
pub(super) struct Diff {
    /// The contract before
    #[arg(value_name = "OLD")]
    old: String,
    /// The contract after
    #[arg(value_name = "NEW")]
    new: String,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Which changes make the exit code 1
    #[arg(long, value_enum, default_value_t = FailOn::Breaking)]
    fail_on: FailOn,
    /// Levels of rules that differ from ours: TOML lines `rule-id = "level"`
    #[arg(long, value_name = "FILE")]
    severity: Option<PathBuf>,
    /// Changes that are accepted: TOML `[[accept]]` with `fingerprint`, `reason`, `expires = "YYYY-MM-DD"` (the last
    /// day, UTC) and, if you like, `rule`. An entry that is expired or fits no change is an error
    #[arg(long, value_name = "FILE")]
    accept: Option<PathBuf>,
    /// Write to this file, and only a summary to the terminal
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Colours of the format `text`
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    color: Color,
    /// In the format `text`, show changes of texts one by one
    #[arg(long)]
    verbose: bool,
    #[command(flatten)]
    access: Access,
}

impl Diff {
    pub(super) fn run(&self, text: &mut String) -> Result<(), Failure> {
        let severities = read(self.severity.as_deref(), Severities::read)?;
        let acceptances = read(self.accept.as_deref(), Acceptances::read)?;
        if self.old == "-" && self.new == "-" {
            let message = "it can stand for one of the two contracts only";
            return Err(Failure::Unreadable(Diagnostic::about(STANDARD_INPUT, message).to_string()));
        }
        // One for both: two would write over each other.
        let [old, new] = [&self.old, &self.new].map(|from| Access::without_password(from));
        let spinner = spinner(format!("reading {old} and {new}"));
        let (old, new) = std::thread::scope(|scope| {
            let old = scope.spawn(|| self.contract(&self.old));
            let new = self.contract(&self.new);
            (old.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), new)
        });
        spinner.finish_and_clear();
        // Not freed value by value: the process is about to end, and the memory with it.
        let (old, new) = (ManuallyDrop::new(old?), ManuallyDrop::new(new?));
        let mut diff = diff::diff(&old, &new);
        for contract in [&mut diff.old, &mut diff.new] {
            contract.source = relative(&contract.source);
        }
        let judged = judge(diff, &severities, &acceptances, self.fail_on, Date::of(SystemTime::now()));
        let judged = ManuallyDrop::new(judged);
        // `-` is the standard output, as everywhere.
        let out = self.out.as_deref().filter(|out| out.as_os_str() != "-");
        let look = Look { colour: self.color.is_wanted(out.is_some()), verbose: self.verbose };
        let report = present(&judged, self.format, look);
        let outcome = counts(&judged);
        match out {
            Some(out) => {
                record::write_out(out, report.as_bytes())?;
                line(text, format_args!("{outcome}; written to {}", out.display()));
            }
            None => text.push_str(&report),
        }
        if !judged.fails() {
            return Ok(());
        }
        // The format `text` and the line above have said it already; of the others, a log shows only this.
        let is_said = self.format == Format::Text || out.is_some();
        Err(Failure::Findings(if is_said { String::new() } else { outcome }))
    }

    fn contract(&self, from: &str) -> Result<Document, Failure> {
        unambiguous(record::read(from, &self.access)?)
    }
}

/// One of the project's files, or what holds without it.
fn read<T: Default, E: ToString>(
    path: Option<&Path>,
    read: impl Fn(&Path, &str) -> Result<T, E>,
) -> Result<T, Failure> {
    let Some(path) = path else { return Ok(T::default()) };
    read(path, &relative(&path.to_string_lossy())).map_err(|error| Failure::Unreadable(error.to_string()))
}

/// A path below the current directory without that directory: reports are read elsewhere.
fn relative(source: &str) -> String {
    let current = std::env::current_dir().ok();
    let below = current.as_deref().and_then(|current| Path::new(source).strip_prefix(current).ok());
    below.map_or_else(|| source.to_owned(), |path| path.to_string_lossy().into_owned())
}
