//! The files in which a project says what it accepts and how grave it finds a rule.

use opencode_spec::diff::Level;
use opencode_spec::policy::{Acceptances, FailOn, Judged, Severities, judge};

use crate::samples::{bare, diff, fingerprint, full, today};

fn accept(text: &str) -> Result<Acceptances, String> {
    Acceptances::parse("accept.toml", text).map_err(|finding| finding.to_string())
}

fn severity(text: &str) -> Result<Severities, String> {
    Severities::parse("severity.toml", text).map_err(|finding| finding.to_string())
}

fn entry(number: usize, rest: &str) -> String {
    format!("[[accept]]\nfingerprint = \"{}\"\nreason = \"nobody calls it\"\n{rest}\n", fingerprint(number))
}

fn judged(accept_file: &str, day: &str) -> Judged {
    let acceptances = accept(accept_file).expect("a good file");
    let day = day.parse().expect("a day");
    judge(diff(vec![full(1)]), &Severities::default(), &acceptances, FailOn::Breaking, day)
}

#[test]
fn a_change_is_accepted_until_its_day_is_over() {
    for expires in ["expires = \"2026-06-30\"", "expires = 2026-06-30"] {
        let text = entry(1, expires);
        let last = judged(&text, "2026-06-30");
        assert!(!last.fails() && last.problems.is_empty());
        assert_eq!((last.accepted(), last.open(Level::Breaking)), (1, 0));
        let after = judged(&text, "2026-07-01");
        assert!(after.fails());
        assert_eq!((after.accepted(), after.open(Level::Breaking)), (0, 1));
        let problems: Vec<String> = after.problems.iter().map(ToString::to_string).collect();
        let expected = "accept.toml:2:15: the change `0000000000000001` was accepted until 2026-06-30\n  help: repair what it breaks, or decide again and give it a new date";
        assert_eq!(problems, [expected]);
    }
}

#[test]
fn an_entry_that_fits_nothing_fails() {
    let text = entry(1, "expires = 2026-06-30") + &entry(2, "expires = 2026-06-30");
    let judged = self::judged(&text, "2026-01-01");
    assert_eq!(judged.accepted(), 1);
    assert!(judged.fails());
    let problem = judged.problems[0].to_string();
    assert!(
        problem.starts_with("accept.toml:6:15: no change has the fingerprint `0000000000000002`"),
        "{problem}"
    );

    let other = entry(1, "rule = \"endpoint-added\"\nexpires = 2026-06-30");
    let judged = self::judged(&other, "2026-01-01");
    assert_eq!(judged.accepted(), 0);
    assert_eq!(
        judged.problems[0].message,
        "the change `0000000000000001` is one of `response-property-type-changed`"
    );

    let never = judge(
        diff(vec![full(1)]),
        &Severities::default(),
        &accept(&text).expect("good"),
        FailOn::Never,
        today(),
    );
    assert!(!never.fails() && never.problems.len() == 1, "never means never, but it is shown");
}

#[test]
fn a_malformed_accept_file_is_refused_where_it_is_wrong() {
    let refused = |text: &str, expected: &str| {
        let error = accept(text).expect_err(text);
        assert!(error.starts_with(expected), "{error}");
    };
    refused("[[accept]]\nfingerprint = ", "accept.toml:2:1");
    refused(
        "[[accept]]\nfingerprint = \"0000000000000001\"\nreason = \"x\"\n",
        "accept.toml:1:1: missing field `expires`",
    );
    refused(&entry(1, "expires = 2026-06-30\nuntil = 1"), "accept.toml:5:1: unknown field `until`");
    refused(&entry(1, "expires = 2026-02-30"), "accept.toml:4:");
    refused(
        &entry(1, "expires = \"soon\""),
        "accept.toml:4:11: `expires` is not a date of the form YYYY-MM-DD",
    );
    refused(&entry(1, "expires = 2026-06-30T12:00:00Z"), "accept.toml:4:11: `expires` is not a date");
    refused(&entry(1, "expires = 20260630"), "accept.toml:4:11: `expires` is not a date");
    refused(
        &entry(1, "rule = \"no-such\"\nexpires = 2026-06-30"),
        "accept.toml:4:8: there is no rule `no-such`",
    );
    refused(
        &entry(1, "expires = 2026-06-30").replace("nobody calls it", " "),
        "accept.toml:3:10: this entry gives no reason",
    );
    refused(
        &entry(1, "expires = 2026-06-30").replace("0001", "01"),
        "accept.toml:2:15: `00000000000001` is no fingerprint",
    );
    let twice = entry(1, "expires = 2026-06-30").repeat(2);
    refused(&twice, "accept.toml:6:15: `0000000000000001` is accepted twice");
}

#[test]
fn a_project_has_levels_of_its_own() {
    let severities =
        severity("endpoint-added = \"breaking\"\nresponse-property-type-changed = \"compatible\"\n")
            .expect("a good file");
    let changes = vec![full(1), bare(2, Level::BreakingForServers)];
    let judged = judge(diff(changes), &severities, &Acceptances::default(), FailOn::Breaking, today());
    assert_eq!((judged.open(Level::Compatible), judged.open(Level::Breaking)), (1, 1));
    assert_eq!(judged.findings.iter().map(|finding| finding.fails).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn a_malformed_severity_file_is_refused_where_it_is_wrong() {
    let refused = |text: &str, expected: &str| {
        let error = severity(text).expect_err(text);
        assert!(error.starts_with(expected), "{error}");
    };
    refused("# ours\nno-such-rule = \"breaking\"\n", "severity.toml:2:1: there is no rule `no-such-rule`");
    refused(
        "endpoint-added = \"grave\"\n",
        "severity.toml:1:18: \"grave\" is no level\n  help: one of \"breaking\", \"unknown\"",
    );
    refused("endpoint-added = 1\n", "severity.toml:1:18: 1 is no level");
    refused("endpoint-added = \"breaking\"\nendpoint-added = \"unknown\"\n", "severity.toml:2:1: ");
    refused("endpoint-added", "severity.toml:1:");
}

#[test]
fn each_measure_lets_through_what_it_says() {
    let fails = |level: Level, fail_on: FailOn| {
        let changes = vec![bare(1, level)];
        judge(diff(changes), &Severities::default(), &Acceptances::default(), fail_on, today()).fails()
    };
    let failing = |fail_on| Level::ALL.into_iter().filter(|level| fails(*level, fail_on)).count();
    assert_eq!(failing(FailOn::Any), 5);
    assert_eq!(failing(FailOn::Never), 0);
    assert_eq!(failing(FailOn::Breaking), 2);
    assert!(fails(Level::Breaking, FailOn::Breaking) && fails(Level::Unknown, FailOn::Breaking));
}
