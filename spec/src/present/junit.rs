//! Test results: a suite for each operation or schema, a case for each of its changes.

use indexmap::IndexMap;
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::words;
use crate::diff::Subject;
use crate::policy::{Finding, Judged};

pub(super) fn junit(judged: &Judged) -> String {
    let mut report = Report::new(format!("contract diff {} {}", judged.old.source, judged.new.source));
    let mut suites: IndexMap<&Subject, TestSuite> = IndexMap::new();
    for finding in &judged.findings {
        let subject = &finding.change.subject;
        let suite = suites.entry(subject).or_insert_with(|| TestSuite::new(words::title(subject)));
        suite.add_test_case(case(judged, finding));
    }
    report.add_test_suites(suites.into_values());
    if !judged.problems.is_empty() {
        let mut suite = TestSuite::new("accept file");
        for problem in &judged.problems {
            let status = if judged.fails() {
                let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
                status.set_message(problem.message.as_str()).set_description(problem.to_string());
                status
            } else {
                TestCaseStatus::success()
            };
            let mut case = TestCase::new(problem.message.as_str(), status);
            case.set_classname("accept file");
            suite.add_test_case(case);
        }
        report.add_test_suite(suite);
    }
    if judged.findings.is_empty() && judged.problems.is_empty() {
        // Some readers take a file without any test for a run that broke off.
        let mut suite = TestSuite::new("the document");
        suite.add_test_case(TestCase::new("nothing changed", TestCaseStatus::success()));
        report.add_test_suite(suite);
    }
    let mut text = report.to_string().expect("XML is written into memory, and its texts are cleaned before");
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

fn case(judged: &Judged, finding: &Finding) -> TestCase {
    let change = &finding.change;
    let details = details(judged, finding);
    let status = if finding.fails {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        status.set_message(change.message.as_str()).set_type(change.level.name()).set_description(details);
        status
    } else if let Some(accepted) = &finding.accepted {
        let mut status = TestCaseStatus::skipped();
        status.set_message(format!("accepted until {}: {}", accepted.expires, accepted.reason));
        status.set_description(details);
        status
    } else {
        TestCaseStatus::success()
    };
    let is_success = matches!(status, TestCaseStatus::Success { .. });
    // The fingerprint keeps two changes of one rule apart, and a case the same from run to run.
    let mut case = TestCase::new(format!("{} {}", change.rule, change.fingerprint), status);
    case.set_classname(words::title(&change.subject));
    if is_success {
        case.set_system_out(format!(
            "{}: {}\n{}",
            change.level.name(),
            change.message,
            self::details(judged, finding)
        ));
    }
    case
}

fn details(judged: &Judged, finding: &Finding) -> String {
    let change = &finding.change;
    let mut lines = vec![words::way(change)];
    lines.extend(words::values(change, words::value));
    lines.extend(words::spots(judged, change));
    lines.extend(change.reason.as_ref().map(|reason| format!("because: {reason}")));
    lines.extend(
        change.witness.as_ref().map(|witness| {
            format!("witness: {} {}", words::value(&witness.value), words::testimony(witness))
        }),
    );
    lines.extend(change.effects.iter().map(|effect| format!("in Rust: {} {}", effect.item, effect.what)));
    lines.extend(words::operations(change).map(|operations| format!("reached by: {operations}")));
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}
