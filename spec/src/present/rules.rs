//! The list of rules.

use serde::Serialize;

use super::json::pretty;
use super::pen::{FAINT, PLAIN, Pen, STRONG, style};
use super::words;
use crate::diff::{Level, Rule};

/// The formats of the list of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum RulesFormat {
    /// For a terminal
    Text,
    /// An array of objects with `id`, `level` and `summary`
    Json,
    /// A table
    Markdown,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    level: Level,
    summary: &'a str,
}

/// All these rules, in their order.
pub fn rules(rules: &[Rule], format: RulesFormat, colour: bool) -> String {
    match format {
        RulesFormat::Text => text(rules, colour),
        RulesFormat::Json => {
            let row = |rule: &Rule| Row { id: rule.id, level: rule.level, summary: rule.summary };
            pretty(&rules.iter().map(row).collect::<Vec<_>>())
        }
        RulesFormat::Markdown => markdown(rules),
    }
}

fn text(rules: &[Rule], colour: bool) -> String {
    let mut pen = Pen::new(colour);
    let widest = rules.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
    for rule in rules {
        pen.put(STRONG, rule.id).put(PLAIN, &" ".repeat(widest - rule.id.len() + 2));
        pen.put(style(rule.level), &format!("{:<20}", rule.level.name()))
            .line(PLAIN, &format!("  {}", rule.summary));
    }
    pen.end();
    let counts: Vec<String> = Level::ALL
        .into_iter()
        .map(|level| {
            let count = rules.iter().filter(|rule| rule.level == level).count();
            format!("{count} {}", words::spoken(level))
        })
        .collect();
    pen.line(FAINT, &format!("{}: {}", words::counted(rules.len(), "rule", "rules"), counts.join(", ")));
    pen.done()
}

fn markdown(rules: &[Rule]) -> String {
    let mut text = "| Rule | Level | What it finds |\n|---|---|---|\n".to_owned();
    for Rule { id, level, summary } in rules {
        text.push_str(&format!("| `{id}` | {} | {} |\n", level.name(), summary.replace('|', "\\|")));
    }
    text
}
