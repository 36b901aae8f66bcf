//! What is wrong in a single contract.

use serde::Serialize;

use super::json::{Problem, pretty};
use super::pen::{BAD, FAINT, GOOD, Pen, STRONG};
use super::{github, words};
use crate::diagnostic::Diagnostic;

/// The formats of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum FindingsFormat {
    /// For a terminal
    Text,
    /// An object with `source` and `findings`
    Json,
    /// Annotations of a GitHub workflow
    Github,
}

#[derive(Serialize)]
struct Report<'a> {
    source: &'a str,
    findings: Vec<Problem>,
}

/// The findings about the contract that `source` names.
pub fn findings(source: &str, findings: &[Diagnostic], format: FindingsFormat, colour: bool) -> String {
    match format {
        FindingsFormat::Text => text(source, findings, colour),
        FindingsFormat::Json => {
            pretty(&Report { source, findings: findings.iter().map(Problem::of).collect() })
        }
        FindingsFormat::Github => {
            let mut text = String::new();
            for finding in findings {
                github::problem_line(&mut text, "error", finding, "contract lint");
            }
            text.push_str(&format!("{source}: {}\n", words::counted(findings.len(), "finding", "findings")));
            text
        }
    }
}

fn text(source: &str, findings: &[Diagnostic], colour: bool) -> String {
    let mut pen = Pen::new(colour);
    for finding in findings {
        for (index, line) in finding.to_string().lines().enumerate() {
            pen.line(if index == 0 { STRONG } else { FAINT }, line);
        }
        pen.end();
    }
    let style = if findings.is_empty() { GOOD } else { BAD };
    let count = match findings.len() {
        0 => "in order".to_owned(),
        count => words::counted(count, "finding", "findings"),
    };
    pen.line(style, &format!("{source}: {count}"));
    pen.done()
}
