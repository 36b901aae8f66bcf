//! Test results as CI systems read them: a suite for each module, a case for each exchange.

use std::time::Duration;

use indexmap::IndexMap;
use quick_junit::{NonSuccessKind, Report as JUnit, TestCase, TestCaseStatus, TestSuite};

use super::{Exchange, Report, Verdict, words};
use crate::contract::module;

pub(super) fn junit(report: &Report) -> String {
    let mut junit = JUnit::new(format!("conformance of {}", report.base_url));
    let mut suites: IndexMap<&str, TestSuite> = IndexMap::new();
    for operation in &report.operations {
        let name = module(&operation.id);
        let suite = suites.entry(name).or_insert_with(|| TestSuite::new(name));
        if operation.exchanges.is_empty() {
            suite.add_test_case(silent(&operation.id, &operation.verdict));
        }
        suite.add_test_cases(operation.exchanges.iter().map(|exchange| case(exchange, report.setup.strict)));
    }
    if !report.stale.is_empty() {
        let mut suite = TestSuite::new("baseline");
        for entry in &report.stale {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            status.set_message("matches nothing any more").set_type("stale");
            let mut case = TestCase::new(entry.as_str(), status);
            case.set_classname("baseline");
            suite.add_test_case(case);
        }
        suites.insert("baseline", suite);
    }
    junit.add_test_suites(suites.into_values());
    let mut text = junit.to_string().expect("XML is written into memory, and its texts are cleaned before");
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// An operation that no exchange is told of.
fn silent(id: &str, verdict: &Verdict) -> TestCase {
    let mut status = TestCaseStatus::skipped();
    if let Verdict::NotExercised { reason } = verdict {
        status.set_message(reason.as_str());
    }
    let mut case = TestCase::new("not exercised", status);
    case.set_classname(id);
    case
}

fn case(exchange: &Exchange, strict: bool) -> TestCase {
    let failed = || TestCaseStatus::non_success(NonSuccessKind::Failure);
    let status = match &exchange.verdict {
        Verdict::Conforms => TestCaseStatus::success(),
        Verdict::Fails { findings } => {
            let mut status = failed();
            if let Some(first) = findings.iter().find(|finding| !finding.known) {
                status.set_message(first.message.as_str()).set_type(words::rule(first));
            }
            status.set_description(details(exchange));
            status
        }
        Verdict::Known { findings } => {
            let accepted = findings.iter().all(|finding| finding.reason.is_some());
            let mut status = if strict && !accepted { failed() } else { TestCaseStatus::skipped() };
            let reason = findings.iter().find_map(|finding| finding.reason.as_deref());
            status.set_message(reason.unwrap_or("the contract is known to be wrong here"));
            status.set_description(details(exchange));
            status
        }
        Verdict::NotBuilt => {
            let mut status = if strict { failed() } else { TestCaseStatus::skipped() };
            status.set_message("answered 501");
            status
        }
        Verdict::NotExercised { reason } => {
            let mut status = TestCaseStatus::skipped();
            status.set_message(reason.as_str());
            status
        }
    };
    let mut case = TestCase::new(format!("{}: {}", exchange.kind.words(), exchange.case), status);
    case.set_classname(exchange.operation.as_str()).set_time(Duration::from_millis(exchange.elapsed_ms));
    case
}

fn details(exchange: &Exchange) -> String {
    let mut lines = vec![format!("{}, {}", exchange.request, words::answered(exchange))];
    for finding in exchange.verdict.findings() {
        let place =
            if finding.pointer.is_empty() { String::new() } else { format!(" at {}", finding.pointer) };
        lines.push(format!("{}{place}: {}", words::rule(finding), finding.message));
        lines.extend(finding.contract.as_ref().map(|contract| format!("contract: #{contract}")));
    }
    lines.extend(exchange.curl.clone());
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{Finding, Rule};
    use crate::report::conclude::tests::{exchange, report};

    #[test]
    fn failures_fail_and_what_was_not_judged_is_skipped() {
        let finding = Finding::new(Rule::Body, "/x", "<wrong> & \u{7}").of_contract("/paths");
        let known = Finding { known: true, ..finding.clone() };
        let exchanges = vec![
            Exchange {
                curl: Some("curl 'http://x'".to_owned()),
                ..exchange("path.get", Verdict::of(vec![finding]))
            },
            exchange("path.get", Verdict::Conforms),
            exchange("app.log", Verdict::NotBuilt),
            exchange("app.agents", Verdict::of(vec![known])),
        ];
        let lenient = junit(&report(false, exchanges.clone()));
        assert!(lenient.contains("tests=\"4\"") && lenient.contains("failures=\"1\""), "{lenient}");
        assert!(
            lenient.contains("curl 'http://x'") || lenient.contains("curl &apos;http://x&apos;"),
            "{lenient}"
        );
        assert!(lenient.contains("&lt;wrong&gt; &amp;") && !lenient.contains('\u{7}'), "{lenient}");
        let strict = junit(&report(true, exchanges));
        assert!(strict.contains("failures=\"3\""), "{strict}");
    }

    #[test]
    fn an_operation_without_a_call_is_skipped() {
        let text = junit(&report(false, vec![]));
        assert!(text.contains("no call was planned") && text.contains("skipped=\"1\""), "{text}");
    }
}
