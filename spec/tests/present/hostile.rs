//! Contracts come from elsewhere: nothing in them may leave its place in a report, or make a report too long.

use opencode_spec::diff::{Change, Effect, EffectKind, Level, Subject};
use opencode_spec::present::{Format, Look, present};
use serde_json::{Value, json};

use crate::program::markdown::without_code;
use crate::samples::{bare, fingerprint, full, judged};

/// Something for every format.
const EVIL: &str = "\u{1b}[31m</script><script>alert(1)</script> ]]>&<!-- `code|x` `open | @everyone\n::error::injected\r\n% \u{0} \"'";

fn evil() -> Change {
    let mut change = full(1);
    change.subject =
        Subject::Operation { id: EVIL.to_owned(), method: "GET".to_owned(), path: EVIL.to_owned() };
    change.message = EVIL.to_owned();
    change.at = EVIL.to_owned();
    change.reason = Some(EVIL.to_owned());
    change.before = Some(json!({ EVIL: EVIL }));
    change.after = Some(json!(EVIL));
    change.operations = vec![EVIL.to_owned(), EVIL.to_owned()];
    change.effects = vec![Effect { kind: EffectKind::Type, item: EVIL.to_owned(), what: EVIL.to_owned() }];
    change
}

fn shown(changes: Vec<Change>, format: Format) -> String {
    present(&judged(changes), format, Look::default())
}

#[test]
fn a_terminal_gets_no_commands() {
    let text = shown(vec![evil()], Format::Text);
    let control = text.chars().find(|character| character.is_control() && *character != '\n');
    assert_eq!(control, None, "{text}");
    assert!(text.contains("\\u{1b}[31m"), "{text}");
}

#[test]
fn a_page_gets_no_markup() {
    let page = shown(vec![evil()], Format::Html);
    assert_eq!(page.matches("<script>").count(), 1);
    assert_eq!(page.matches("</script>").count(), 1);
    assert!(page.contains("&lt;script&gt;alert(1)"));
    for reach in ["http://", "https://", "src=", "href=", "url(", "@import"] {
        assert!(!page.contains(reach), "the page reaches outside with {reach}");
    }
}

#[test]
fn a_pull_request_gets_no_markup() {
    let text = shown(vec![evil()], Format::Markdown);
    // What stands in code stays as it is; outside of it nothing opens a tag or calls anybody.
    let outside = without_code(&text);
    assert!(!outside.contains("<script") && !outside.contains("@everyone"), "{text}");
    assert!(outside.contains("&lt;script>"), "{text}");
    assert_eq!(text.matches("<details>").count(), text.matches("</details>").count());
}

#[test]
fn a_workflow_gets_no_commands() {
    let text = shown(vec![evil()], Format::Github);
    assert_eq!(text.lines().filter(|line| line.starts_with("::")).count(), 1, "{text}");
    assert_eq!(text.lines().count(), 2, "{text}");
}

#[test]
fn a_log_gets_no_commands() {
    for format in [Format::Text, Format::Markdown, Format::Github, Format::Json, Format::Sarif] {
        let text = shown(vec![evil()], format);
        let control = text.chars().find(|character| character.is_control() && *character != '\n');
        assert_eq!(control, None, "{format:?}: {text}");
    }
}

#[test]
fn programs_can_read_all_of_it() {
    for format in [Format::Json, Format::Sarif] {
        let value: Value = serde_json::from_str(&shown(vec![evil()], format)).expect("it is JSON");
        let text = value.pointer("/changes/0/message").or(value.pointer("/runs/0/results/0/message/text"));
        assert!(text.and_then(Value::as_str).is_some_and(|text| text.contains(EVIL)), "{value:#}");
    }
    let text = shown(vec![evil()], Format::Junit);
    let read = quick_junit::Report::deserialize_from_str(&text).expect("it is JUnit");
    assert_eq!((read.tests, read.failures), (1, 1));
}

#[test]
fn a_long_report_is_cut_with_a_count() {
    let level = |number: usize| Level::ALL[number % Level::ALL.len()];
    let change = |number: usize| {
        let schema = Subject::Schema { name: format!("Schema{number}") };
        Change { level: level(number), subject: schema, fingerprint: fingerprint(number), ..full(number) }
    };
    let text = shown((0..2000).map(change).collect(), Format::Markdown);
    let length = text.chars().count();
    assert!((50_000..60_000).contains(&length), "{length}");
    assert_eq!(text.matches("<details>").count(), text.matches("</details>").count());
    let told = text.matches("to accept it: ").count();
    let last = text.lines().last().unwrap_or_default();
    assert!(last.starts_with(&format!("… and {} entries more than fit here", 2000 - told)), "{last}");
    assert!(text.contains("| 🔴 breaking for callers | 400 |"), "the table counts all");
    // A single monstrous entry as well.
    let monster = Change { message: "x".repeat(100_000), at: "y".repeat(100_000), ..full(1) };
    assert!(shown(vec![monster], Format::Markdown).chars().count() < 60_000);
}

#[test]
fn nothing_is_a_report_too() {
    for format in [Format::Text, Format::Markdown, Format::Html] {
        let text = shown(Vec::new(), format).to_lowercase();
        assert!(text.contains("nothing changed"), "{format:?}: {text}");
    }
    assert!(shown(Vec::new(), Format::Junit).contains("nothing changed"));
    let sarif: Value = serde_json::from_str(&shown(Vec::new(), Format::Sarif)).expect("it is JSON");
    assert_eq!((&sarif["version"], &sarif["runs"][0]["results"]), (&json!("2.1.0"), &json!([])));
}

#[test]
fn the_same_change_of_many_operations_is_told_once() {
    let change = |number: usize| {
        let id = format!("session.{number}");
        let subject =
            Subject::Operation { id: id.clone(), method: "GET".to_owned(), path: format!("/{number}") };
        Change { subject, operations: vec![id], ..bare(number, Level::Breaking) }
    };
    let other = Change { message: "something else changed".to_owned(), ..change(7) };
    let changes: Vec<Change> = (1..=7).map(change).chain([other]).collect();
    for format in [Format::Text, Format::Markdown, Format::Html] {
        let text = shown(changes.clone(), format);
        assert_eq!(text.matches("something changed").count(), 1, "{format:?}: {text}");
        assert_eq!(text.matches("something else changed").count(), 1, "{format:?}: {text}");
        assert!(text.contains("7 operations"), "{format:?}: {text}");
        for number in 1..=7 {
            assert!(text.contains(&fingerprint(number)), "{format:?}: {text}");
        }
    }
    // Two are no crowd.
    let text = shown(changes[..2].to_vec(), Format::Text);
    assert_eq!(text.matches("something changed").count(), 2, "{text}");
    let cases = shown(changes, Format::Junit);
    assert_eq!(cases.matches("<testcase").count(), 8, "{cases}");
}

#[test]
fn texts_are_counted_until_somebody_asks() {
    let changes = vec![bare(1, Level::Compatible), bare(2, Level::DocumentOnly)];
    let brief = shown(changes.clone(), Format::Text);
    assert!(brief.contains("1 change of texts only, not shown"), "{brief}");
    assert!(!brief.contains(&fingerprint(2)), "{brief}");
    let verbose = present(&judged(changes), Format::Text, Look { colour: false, verbose: true });
    assert!(verbose.contains(&fingerprint(2)), "{verbose}");
}

#[test]
fn colours_change_nothing_but_the_colour() {
    let changes = vec![full(1), bare(2, Level::Unknown), bare(3, Level::BreakingForServers)];
    let plain = shown(changes.clone(), Format::Text);
    let coloured = present(&judged(changes), Format::Text, Look { colour: true, verbose: false });
    assert_ne!(coloured, plain);
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
}
