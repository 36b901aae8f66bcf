//! Where the report goes: one format on standard output, others into files.

use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::Context;
use clap::ValueEnum;
use opencode_conformance::Report;
use opencode_conformance::report::{self, Look, present};

/// What is printed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// For programs; docs/conformance-report.schema.json describes it
    Json,
    /// Test results, one case for each call
    Junit,
    /// One page that needs nothing else
    Html,
}

impl From<Format> for report::Format {
    fn from(format: Format) -> report::Format {
        match format {
            Format::Text => report::Format::Text,
            Format::Json => report::Format::Json,
            Format::Junit => report::Format::Junit,
            Format::Html => report::Format::Html,
        }
    }
}

/// A file, and the format that its ending asks for.
#[derive(Clone, Debug)]
pub struct Output {
    path: PathBuf,
    format: report::Format,
}

impl FromStr for Output {
    type Err = &'static str;

    fn from_str(path: &str) -> Result<Output, &'static str> {
        let path = PathBuf::from(path);
        let format = report::Format::of_file(&path);
        let format = format.ok_or("its ending is none of .txt, .json, .xml (JUnit) and .html")?;
        Ok(Output { path, format })
    }
}

/// Whether standard output shows colours.
pub fn colour() -> bool {
    anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never
}

impl Output {
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Opens a file for writing, and leaves it as it was.
///
/// # Errors
/// It cannot be written.
pub fn check_writable(path: &Path) -> anyhow::Result<()> {
    let was_there = path.exists();
    let opened = OpenOptions::new().append(true).create(true).open(path);
    opened.with_context(|| format!("cannot write {}", path.display()))?;
    if !was_there {
        // It is written again in the end; whoever ends the replay before finds no empty report.
        let _ = std::fs::remove_file(path);
    }
    Ok(())
}

/// Prints the report, and writes the files.
///
/// # Errors
/// A file cannot be written. A reader of standard output that has seen enough is no failure.
pub fn write(report: &Report, printed: Format, files: &[Output], look: Look) -> anyhow::Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    let _ = present(report, printed.into(), look, &mut out).and_then(|()| out.flush());
    for Output { path, format } in files {
        let written = File::create(path).and_then(|file| {
            let mut file = BufWriter::new(file);
            present(report, *format, Look { colour: false, verbose: true }, &mut file)?;
            file.flush()
        });
        written.with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}
