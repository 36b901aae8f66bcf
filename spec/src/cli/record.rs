//! `contract record`: the document of a running server, into a file.
//!
//! It is laid out with one member per line and otherwise written as it was served, since the same release serves the
//! same each time: a file recorded twice has no difference. A file that is there already is replaced in one step, or
//! left as it is.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::{Failure, line, refuse, spinner};
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::lint::lint;
use crate::source::{self, Access};

#[derive(Debug, Args)]
pub(super) struct Record {
    /// A running server (`http://127.0.0.1:4096`), the URL of a contract, a file, `git:REV:PATH`, or `-`
    #[arg(value_name = "URL|FILE")]
    from: String,
    /// Where to write it [default: standard output, and what is said of it on standard error]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    access: Access,
}

impl Record {
    pub(super) fn run(&self, text: &mut String, errors: &mut dyn Write) -> Result<(), Failure> {
        let document = fetch(&self.from, &self.access)?;
        refuse(&lint(&document))?;
        let document = document.laid_out();
        let mut summary = summary(&document, source::release(&self.from, &self.access).as_deref());
        match &self.out {
            Some(out) if out.as_os_str() != "-" => {
                let verb = if write_out(out, document.text().as_bytes())? { "written" } else { "unchanged" };
                line(&mut summary, format_args!("{verb}  {}", out.display()));
                text.push_str(&summary);
            }
            _ => {
                text.push_str(document.text());
                // Nobody is left to be told when the stream is closed.
                let _ = errors.write_all(summary.as_bytes());
            }
        }
        Ok(())
    }
}

/// Reads the source, with a sign of life on a terminal.
pub(super) fn fetch(from: &str, access: &Access) -> Result<Document, Failure> {
    let spinner = spinner(format!("reading {}", Access::without_password(from)));
    let document = read(from, access);
    spinner.finish_and_clear();
    document
}

/// Reads the source. What comes from a server is laid out, so that positions have lines; a file is what it is.
pub(super) fn read(from: &str, access: &Access) -> Result<Document, Failure> {
    let document = source::read_with(from, access)?;
    Ok(if source::is_fetched(from) { document.laid_out() } else { document })
}

/// What a person wants to know of a recorded contract. `release` is what the server says of itself.
pub(super) fn summary(document: &Document, release: Option<&str>) -> String {
    let mut text = String::new();
    let member = |pointer: &str| document.value().pointer(pointer);
    let word = |pointer: &str| member(pointer).and_then(|value| value.as_str()).unwrap_or("none").to_owned();
    line(&mut text, document.source());
    if let Some(release) = release {
        line(&mut text, format_args!("  release     {release}"));
    }
    line(&mut text, format_args!("  version     {} (OpenAPI {})", word("/info/version"), word("/openapi")));
    line(&mut text, format_args!("  operations  {}", document.operations().len()));
    line(&mut text, format_args!("  schemas     {}", document.schemas()));
    line(&mut text, format_args!("  bytes       {}", document.text().len()));
    line(&mut text, format_args!("  sha256      {}", document.digest()));
    text
}

/// [`write`], with the failure of a command.
pub(super) fn write_out(out: &Path, bytes: &[u8]) -> Result<bool, Failure> {
    write(out, bytes).map_err(|error| {
        let message = format!("cannot be written: {error}");
        Failure::Unreadable(Diagnostic::about(out.display().to_string(), message).to_string())
    })
}

/// Puts `bytes` in place of what the file holds, in one step; answers whether it held anything else.
pub(super) fn write(out: &Path, bytes: &[u8]) -> io::Result<bool> {
    // What a link leads to is replaced, not the link.
    let target = fs::canonicalize(out).unwrap_or_else(|_| out.to_owned());
    let present = fs::metadata(&target).ok();
    if present.as_ref().is_some_and(|present| !present.is_file() && !present.is_dir()) {
        // A pipe or a device has no content that could be kept.
        return File::options().write(true).open(&target)?.write_all(bytes).map(|()| true);
    }
    if let Some(present) = &present {
        if present.is_file() && present.len() == bytes.len() as u64 && fs::read(&target)? == bytes {
            return Ok(false);
        }
        if present.permissions().readonly() {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it is read-only"));
        }
    }
    let mut name = target.file_name().ok_or(io::ErrorKind::IsADirectory)?.to_owned();
    name.push(format!(".{}.next~", std::process::id()));
    let next = target.with_file_name(name);
    let result = write_beside(&next, bytes, present).and_then(|()| fs::rename(&next, &target));
    if result.is_err() {
        let _ = fs::remove_file(&next);
    }
    result.map(|()| true)
}

fn write_beside(next: &Path, bytes: &[u8], present: Option<fs::Metadata>) -> io::Result<()> {
    let mut file = File::create(next)?;
    file.write_all(bytes)?;
    if let Some(present) = present.filter(fs::Metadata::is_file) {
        file.set_permissions(present.permissions())?;
    }
    file.sync_all()
}
