//! Tests of baselines: what is known, what is gone, what is written.

use super::*;
use crate::Mode;
use crate::report::Setup;
use crate::report::conclude::tests::{exchange, report};

fn finding(pointer: &str) -> Verdict {
    Verdict::of(vec![Finding::new(Rule::Body, pointer, "wrong")])
}

fn entry(pointer: &str, more: &str) -> String {
    format!(
        "[[finding]]\noperation = \"path.get\"\nkind = \"story\"\nrule = \"body\"\npointer = \"{pointer}\"\n{more}\n"
    )
}

#[test]
fn what_is_named_is_known_and_the_rest_still_fails() {
    let baseline =
        Baseline::read(&entry("/list/*/name", "reason = \"it was always so\"")).expect("a baseline");
    let mut known = report(false, vec![exchange("path.get", finding("/list/7/name"))]);
    known.hold_against(&baseline);
    assert_eq!((known.counts.known, known.exit_code(), known.stale.len()), (1, 0, 0));
    assert_eq!(known.operations[0].verdict.findings()[0].reason.as_deref(), Some("it was always so"));
    let mut other = report(false, vec![exchange("path.get", finding("/list/7"))]);
    other.hold_against(&baseline);
    assert_eq!((other.counts.fails, other.stale.len(), other.exit_code()), (1, 1, 1));
}

#[test]
fn an_entry_that_matches_nothing_fails_if_it_was_judged() {
    let baseline = Baseline::read(&entry("/x", "reason = \"r\"")).expect("a baseline");
    let mut well = report(false, vec![exchange("path.get", Verdict::Conforms)]);
    well.hold_against(&baseline);
    assert_eq!(
        (well.stale.as_slice(), well.exit_code()),
        (&["path.get, story, body at /x".to_owned()][..], 1)
    );
    let mut unasked = report(false, vec![exchange("path.get", Verdict::NotBuilt)]);
    unasked.hold_against(&baseline);
    assert_eq!((unasked.stale.len(), unasked.exit_code()), (0, 0));
    let sometimes = Baseline::read(&entry("/x", "reason = \"r\"\nsometimes = true")).expect("a baseline");
    well.hold_against(&sometimes);
    assert_eq!((well.stale.len(), well.exit_code()), (0, 0));
}

#[test]
fn a_difference_that_is_gone_is_missed_though_its_case_is_not_told_any_more() {
    let against = |case: &str, verdict| Exchange {
        kind: Kind::Against,
        case: case.to_owned(),
        ..exchange("path.get", verdict)
    };
    let differs = Verdict::of(vec![Finding::new(Rule::Differs, "/x", "otherwise")]);
    let found = report(false, vec![against("story: s/1", differs)]);
    let written = Baseline::default().renewed(&found).to_toml().replace("\"\"", "\"because\"");
    let baseline = Baseline::read(&written).expect("a baseline");
    assert_eq!(baseline.entries[0].case.as_deref(), Some("story: s/1"));
    let mut same = found;
    same.hold_against(&baseline);
    assert_eq!((same.stale.len(), same.exit_code()), (0, 0));
    let all_same = || against("all compared answers", Verdict::Conforms);
    let mut gone = report(false, vec![exchange("path.get", Verdict::Conforms), all_same()]);
    gone.hold_against(&baseline);
    assert_eq!((gone.stale.len(), gone.exit_code()), (1, 1));
    let mut others = report(false, vec![all_same()]);
    others.hold_against(&baseline);
    assert_eq!((others.stale.len(), others.exit_code()), (0, 0), "that case was not compared");
    let mut alone = report(false, vec![exchange("path.get", Verdict::Conforms)]);
    alone.hold_against(&baseline);
    assert_eq!((alone.stale.len(), alone.exit_code()), (0, 0), "there was no other server");
}

#[test]
fn a_difference_of_events_is_gone_where_all_stories_were_compared() {
    let against = |case: &str, verdict| Exchange {
        kind: Kind::Against,
        case: case.to_owned(),
        ..exchange("event.subscribe", verdict)
    };
    let differs = Verdict::of(vec![Finding::new(Rule::Differs, "", "otherwise")]);
    let written = Baseline::default().renewed(&report(false, vec![against("events of run", differs)]));
    let stale = |kinds: &[Kind]| {
        let mut report = report(false, vec![against("events of all stories", Verdict::Conforms)]);
        report.setup.kinds = kinds.to_vec();
        report.hold_against(&written);
        report.stale.len()
    };
    assert_eq!((stale(&[]), stale(&[Kind::Story, Kind::Stream]), stale(&[Kind::Stream])), (1, 1, 0));
}

#[test]
fn a_check_of_its_own_is_known_alone() {
    let check = |case: &str| Exchange {
        kind: Kind::Gateway,
        case: case.to_owned(),
        ..exchange(crate::SERVER, Verdict::of(vec![Finding::new(Rule::Cors, "", case)]))
    };
    let written = Baseline::default().renewed(&report(false, vec![check("tauri")]));
    let mut other = report(false, vec![check("tauri"), check("evil.example")]);
    other.hold_against(&written);
    assert_eq!((other.counts.findings, other.stale.len(), other.exit_code()), (1, 0, 1));
}

#[test]
fn what_was_not_played_is_not_gone() {
    let generated = |case: &str, verdict| Exchange {
        kind: Kind::Valid,
        case: case.to_owned(),
        ..exchange("path.get", verdict)
    };
    let found = report(false, vec![generated("random 30", finding("/x")), generated("plain", finding("/x"))]);
    let written = Baseline::default().renewed(&found);
    assert_eq!(written.entries.len(), 1, "{written:?}");
    let stale = |case: &str, change: fn(&mut Setup)| {
        let mut report = report(false, vec![generated(case, Verdict::Conforms)]);
        change(&mut report.setup);
        report.hold_against(&written);
        report.stale.len()
    };
    assert_eq!(stale("random 30", |_| {}), 1);
    assert_eq!(stale("random 29", |_| {}), 0, "another case");
    assert_eq!(stale("random 30", |setup| setup.seed = 1), 0, "another call of the same name");
    assert_eq!(stale("random 30", |setup| setup.replay = true), 0, "only failures are repeated");
}

#[test]
fn what_a_stream_told_is_gone_only_where_everything_was_played() {
    let stream = |verdict| Exchange { kind: Kind::Stream, ..exchange("event.subscribe", verdict) };
    let written = Baseline::default().renewed(&report(false, vec![stream(finding("/x"))]));
    let stale = |change: fn(&mut Setup)| {
        let mut report = report(false, vec![stream(Verdict::Conforms)]);
        change(&mut report.setup);
        report.hold_against(&written);
        report.stale.len()
    };
    assert_eq!(stale(|_| {}), 1);
    assert_eq!(stale(|setup| setup.kinds = EVENTFUL.to_vec()), 1);
    assert_eq!(stale(|setup| setup.mode = Mode::ReadOnly), 0);
    assert_eq!(stale(|setup| setup.kinds = vec![Kind::Stream]), 0);
    assert_eq!(stale(|setup| setup.include = vec!["event".to_owned()]), 0);
}

#[test]
fn a_renewed_baseline_loses_only_what_is_gone() {
    let entry = |operation: &str, more: &str| {
        entry("/x", &format!("reason = \"r\"\n{more}")).replace("path.get", operation)
    };
    let text = [entry("path.get", ""), entry("vcs.get", ""), entry("app.log", "sometimes = true")].concat();
    let baseline = Baseline::read(&text).expect("a baseline");
    let conforming = ["path.get", "app.log"].map(|id| exchange(id, Verdict::Conforms));
    let new = exchange("pty.list", finding("/y"));
    let renewed = baseline.renewed(&report(false, [&conforming[..], &[new]].concat()));
    let named: Vec<_> = renewed.entries.iter().map(|entry| entry.operation.as_str()).collect();
    assert_eq!(named, ["vcs.get", "app.log", "pty.list"]);
}

#[test]
fn reasons_are_asked_for_and_entries_stand_once() {
    let problem = |text: &str| Baseline::read(text).expect_err("no baseline").to_string();
    assert!(problem(&entry("/x", "reason = \" \"")).contains("has no reason"));
    assert!(problem(&entry("/x", "")).contains("reason"));
    let one = entry("/x", "reason = \"r\"");
    assert!(problem(&(one.clone() + &one)).contains("twice"));
    assert!(problem(&entry("/x", "reason = \"r\"\nnope = 1")).contains("nope"));
}

#[test]
fn a_written_baseline_reads_back_once_reasons_are_filled_in() {
    let failing = report(
        false,
        vec![exchange("path.get", finding("/list/3/\"x\"")), exchange("path.get", finding("/list/4/\"x\""))],
    );
    let written = Baseline::default().renewed(&failing);
    assert_eq!(written.entries.len(), 1, "places of a list are alike");
    assert!(Baseline::read(&written.to_toml()).is_err(), "no reason yet");
    let filled = written.to_toml().replace("reason = \"\"", "reason = \"because\"");
    let read = Baseline::read(&filled).expect("a baseline");
    assert_eq!(read.renewed(&failing), read, "reasons stay");
    let mut report = failing;
    report.hold_against(&read);
    assert_eq!(report.exit_code(), 0);
}
