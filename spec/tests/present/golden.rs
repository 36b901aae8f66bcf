//! Every format of one comparison that has every rule, word for word.
//!
//! `CONTRACT_GOLDEN=accept` writes what is expected instead of comparing with it; read the difference before you
//! commit it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use opencode_spec::diff::{Level, RULES, diff};
use opencode_spec::document::Document;
use opencode_spec::policy::{Acceptances, FailOn, Judged, Severities, judge};
use opencode_spec::present::{Format, Look, RulesFormat, present, rules, short};

use crate::samples::{self, today};
use crate::schema;

fn document(side: &str) -> (String, String) {
    let name = format!("every-rule-{side}.json");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(&name);
    (name, fs::read_to_string(path).expect("it is checked in"))
}

fn parsed(side: &str) -> Document {
    let (name, text) = document(side);
    Document::parse(name, text).expect("a contract")
}

/// The comparison, with a level of the project's own, a change that it accepts, and an entry that fits nothing.
fn judged() -> Judged {
    let diff = diff(&parsed("old"), &parsed("new"));
    let accepted = "api-path-removed-with-deprecation";
    let change = diff.changes.iter().find(|change| change.rule == accepted).expect("every rule is there");
    let entry = |fingerprint: &str| {
        format!(
            "[[accept]]\nfingerprint = \"{fingerprint}\"\nreason = \"it was announced\"\nexpires = 2026-06-30\n"
        )
    };
    let accept = entry(&change.fingerprint) + &entry("0123456789abcdef");
    let acceptances = Acceptances::parse("accept.toml", &accept).expect("a good file");
    let severities =
        Severities::parse("severity.toml", "api-info-changed = \"unknown\"").expect("a good file");
    judge(diff, &severities, &acceptances, FailOn::Breaking, today())
}

#[track_caller]
fn assert_golden(name: &str, text: &str) {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/present/golden").join(name);
    if std::env::var_os("CONTRACT_GOLDEN").is_some_and(|value| value == "accept") {
        fs::write(&path, text).expect("it can be written");
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let line = expected.lines().zip(text.lines()).take_while(|(one, other)| one == other).count();
    let (was, is) = (expected.lines().nth(line), text.lines().nth(line));
    assert!(
        text == expected,
        "tests/present/golden/{name}:{}: expected {was:?}, it is {is:?}\n\
         to take all as it is: CONTRACT_GOLDEN=accept cargo test -p opencode-spec --features generate --test present golden",
        line + 1
    );
}

#[test]
fn every_rule_is_there() {
    let mut found: BTreeSet<&str> =
        diff(&parsed("old"), &parsed("new")).changes.iter().map(|change| change.rule).collect();
    // A pair of documents can say only one thing about who may call all of its operations.
    let (name, text) = document("new");
    let said = "  \"security\": [\n    {\"key\": []}\n  ],\n";
    assert_eq!(text.matches(said).count(), 1);
    let other = |replacement: &str| {
        Document::parse(name.as_str(), text.replace(said, replacement)).expect("a contract")
    };
    for variant in [other(""), other("  \"security\": [\n    {\"token\": []}\n  ],\n")] {
        found.extend(diff(&parsed("new"), &variant).changes.iter().map(|change| change.rule));
    }
    let missing: Vec<&str> = RULES.iter().map(|rule| rule.id).filter(|id| !found.contains(id)).collect();
    assert!(missing.is_empty(), "add a change to tests/data/every-rule-*.json for {missing:#?}");
}

#[test]
fn each_format_is_as_expected() {
    let judged = judged();
    let formats = [
        (Format::Text, "diff.txt"),
        (Format::Json, "diff.json"),
        (Format::Markdown, "diff.md"),
        (Format::Html, "diff.html"),
        (Format::Junit, "diff.xml"),
        (Format::Github, "diff.github.txt"),
        (Format::Sarif, "diff.sarif"),
    ];
    for (format, name) in formats {
        let text = present(&judged, format, Look { colour: false, verbose: true });
        assert!(!text.contains(env!("CARGO_MANIFEST_DIR")), "{name} has an absolute path");
        assert_golden(name, &text);
    }
    assert_golden("diff.short.txt", &short(&judged));
    let again = present(&self::judged(), Format::Json, Look::default());
    assert!(again == present(&judged, Format::Json, Look::default()), "two runs differ");
}

#[test]
fn colours_are_as_expected() {
    let changes = Level::ALL.into_iter().zip(1..).map(|(level, number)| samples::bare(number, level));
    let judged = samples::judged(changes.chain([samples::full(6)]).collect());
    assert_golden("colours.txt", &present(&judged, Format::Text, Look { colour: true, verbose: true }));
}

#[test]
fn the_rules_are_as_expected() {
    assert_golden("rules.txt", &rules(RULES, RulesFormat::Text, false));
    let listed: Vec<serde_json::Value> =
        serde_json::from_str(&rules(RULES, RulesFormat::Json, false)).expect("it is JSON");
    assert_eq!(listed.len(), RULES.len());
    assert_eq!(listed[0]["id"], RULES[0].id);
    assert_golden("rules.md", &rules(RULES, RulesFormat::Markdown, false));
}

#[test]
fn the_json_is_valid() {
    let text = present(&judged(), Format::Json, Look::default());
    schema::assert_valid(&serde_json::from_str(&text).expect("it is JSON"));
}
