//! What all formats say alike: failures that are alike told once, names of kinds, numbers in words.

use indexmap::IndexMap;

use super::baseline::name;
use super::{Exchange, Report, Requests, SERVER};
use crate::judge::Finding;

/// One failure, and the cases that have it. Never empty.
pub(super) struct Alike<'a> {
    pub finding: &'a Finding,
    pub exchanges: Vec<&'a Exchange>,
}

/// The findings of one operation that are known, or those that are not; alike ones once, in the order of their first.
///
/// Alike are findings of one kind of case, rule and place that came with the same status, if what else differs is the
/// input, which the cases name. Where each case is a check of its own, they also have to say the same.
pub(super) fn alike(exchanges: &[Exchange], known: bool) -> Vec<Alike<'_>> {
    let mut alike: IndexMap<_, Alike<'_>> = IndexMap::new();
    for exchange in exchanges {
        for finding in exchange.verdict.findings().iter().filter(|finding| finding.known == known) {
            let said = (!exchange.kind.is_by_input()).then_some(&finding.message);
            let key = (exchange.kind, exchange.status, name(&finding.rule), place(&finding.pointer), said);
            let alike = alike.entry(key).or_insert_with(|| Alike { finding, exchanges: Vec::new() });
            // Two findings of one rule at two items of a list are still one case.
            if alike.exchanges.last().is_none_or(|last| !std::ptr::eq(*last, exchange)) {
                alike.exchanges.push(exchange);
            }
        }
    }
    alike.into_values().collect()
}

/// A pointer without the numbers of items.
pub(super) fn place(pointer: &str) -> String {
    let segments = pointer.split('/').map(|segment| match segment.parse::<usize>() {
        Ok(_) => "*",
        Err(_) => segment,
    });
    segments.collect::<Vec<_>>().join("/")
}

/// What a finding is about, as a name of its rule.
pub(super) fn rule(finding: &Finding) -> String {
    name(&finding.rule).replace('_', " ")
}

/// `answered 500 in 3 ms`.
pub(super) fn answered(exchange: &Exchange) -> String {
    match exchange.status {
        Some(status) => format!("answered {status} in {}", time(exchange.elapsed_ms)),
        None => format!("not answered, {}", time(exchange.elapsed_ms)),
    }
}

/// The names of a few cases, and the number of the others.
pub(super) fn cases(exchanges: &[&Exchange]) -> String {
    let named: Vec<_> = exchanges.iter().take(4).map(|exchange| exchange.case.as_str()).collect();
    let rest = exchanges.len() - named.len();
    let more = if rest == 0 { String::new() } else { format!(" and {} more", count(rest)) };
    format!("{}{more}", named.join(", "))
}

/// `opencode 1.2.6 at http://…`, as far as the server tells.
pub(super) fn server(report: &Report) -> String {
    match &report.server_version {
        Some(version) => format!("server {version} at {}", report.base_url),
        None => format!("server of unknown version at {}", report.base_url),
    }
}

/// The last line of all.
pub(super) fn verdict(report: &Report) -> String {
    let outcome = if report.exit_code() == 0 { "passes" } else { "fails" };
    format!("{outcome}: {}", tally(report))
}

/// How many operations came to what.
pub(super) fn tally(report: &Report) -> String {
    let counts = report.counts;
    let mut parts = vec![format!("{} of {} operations conform", counts.conforms, counts.operations)];
    let mut add = |number: usize, words: &str| {
        if number > 0 {
            parts.push(format!("{} {words}", count(number)));
        }
    };
    add(counts.fails, "fail");
    add(counts.known, "differ as is known");
    add(counts.not_built, "not built");
    add(counts.not_exercised, "not exercised");
    add(counts.findings, if counts.findings == 1 { "finding" } else { "findings" });
    add(report.stale.len(), "stale in the baseline");
    parts.join(", ")
}

/// How many recorded requests there were, and were sent.
pub(super) fn requests(requests: &Requests) -> String {
    format!("{} in the files, {} sent as valid input", count(requests.read), count(requests.sent))
}

/// How an operation is headed: what concerns the whole server has no name of its own.
pub(super) fn subject(id: &str) -> &str {
    if id == SERVER { "the server as a whole" } else { id }
}

/// With commas between thousands.
pub(super) fn count(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

pub(super) fn time(milliseconds: u64) -> String {
    if milliseconds < 10_000 {
        format!("{} ms", count(usize::try_from(milliseconds).unwrap_or(usize::MAX)))
    } else {
        format!("{:.1} s", std::time::Duration::from_millis(milliseconds).as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::Rule;
    use crate::report::conclude::tests::exchange;
    use crate::report::{Kind, Verdict};

    #[test]
    fn alike_failures_are_told_once_with_their_cases() {
        let failing = |case: &str, pointer: &str| Exchange {
            case: case.to_owned(),
            ..exchange("path.get", Verdict::of(vec![Finding::new(Rule::Body, pointer, "wrong")]))
        };
        let exchanges = [failing("a", "/0/x"), failing("b", "/7/x"), failing("c", "/0/y")];
        let alike = alike(&exchanges, false);
        let told: Vec<_> = alike.iter().map(|alike| cases(&alike.exchanges)).collect();
        assert_eq!(told, ["a, b", "c"]);
        assert!(super::alike(&exchanges, true).is_empty());
    }

    #[test]
    fn checks_of_their_own_are_told_apart_by_what_they_say() {
        let failing = |case: &str, message: &str| Exchange {
            case: case.to_owned(),
            kind: Kind::Gateway,
            ..exchange(SERVER, Verdict::of(vec![Finding::new(Rule::Cors, "", message)]))
        };
        let exchanges = [failing("a", "denied"), failing("b", "allowed"), failing("c", "denied")];
        let alike = alike(&exchanges, false);
        let told: Vec<_> = alike.iter().map(|alike| cases(&alike.exchanges)).collect();
        assert_eq!(told, ["a, c", "b"]);
    }

    #[test]
    fn numbers_are_readable() {
        assert_eq!(
            (count(7), count(1234), count(1_234_567)),
            ("7".into(), "1,234".into(), "1,234,567".into())
        );
        assert_eq!((time(1234), time(12_340)), ("1,234 ms".into(), "12.3 s".into()));
    }
}
