//! Real releases, read with one's own eyes once.

use std::collections::BTreeMap;

use crate::drift::release;
use crate::mutations::contract;
use crate::support::{changes, document, lines};

#[test]
fn from_1_2_6_to_1_2_15_the_configuration_of_the_terminal_moved_out() {
    let told = lines(&document(&contract()), &document(&release("1.2.15")));
    let told: Vec<&str> =
        told.iter().map(String::as_str).filter(|line| !line.starts_with("document-only")).collect();
    assert_eq!(
        told,
        [
            "breaking-for-servers endpoint-added experimental.session.list: ",
            "breaking-for-servers endpoint-added session.deleteMessage: ",
            "breaking request-property-removed request Config: theme",
            "breaking response-optional-property-removed response Config: theme",
            "breaking request-property-removed request Config: keybinds",
            "breaking response-optional-property-removed response Config: keybinds",
            "breaking request-property-removed request Config: tui",
            "breaking response-optional-property-removed response Config: tui",
        ]
    );
}

#[test]
fn from_1_2_15_to_1_3_2_ids_got_patterns_and_operations_a_workspace() {
    let found = changes(&document(&release("1.2.15")), &document(&release("1.3.2")));
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for change in &found {
        *rules.entry(change.rule).or_default() += 1;
    }
    let many: Vec<(&str, usize)> =
        rules.iter().filter(|(_, count)| **count > 20).map(|(rule, count)| (*rule, *count)).collect();
    assert_eq!(
        many,
        [
            ("new-optional-request-parameter", 94),
            ("request-parameter-pattern-added", 32),
            ("request-property-pattern-added", 41),
            ("response-property-pattern-added", 67),
        ]
    );
    // `^ses` and `^ses.*` ask for the same.
    assert!(!rules.keys().any(|rule| rule.ends_with("pattern-changed")), "{rules:?}");
    let events = found.iter().filter(|change| change.rule == "response-property-one-of-added");
    let events: Vec<_> = events.filter_map(|change| change.after.as_ref()?.as_str()).collect();
    assert_eq!(events, ["Event.workspace.ready", "Event.workspace.failed"]);
}
