//! For a terminal and for the log of a CI: each module on a line, then what fails and how to repeat it, then what was
//! not looked at. Short when all is well.

use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{CellAlignment, LineStyle, Table};
use indexmap::{IndexMap, IndexSet};

use super::pen::{BAD, DOUBT, FAINT, GOOD, PLAIN, Pen, STRONG};
use super::words::{self, Alike};
use super::{Counts, LeftOut, OperationReport, Report, Requests, Unseen};
use crate::contract::module;

/// How people want to read it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub colour: bool,
    /// Also name every difference that is known, and every member and event that was not seen.
    pub verbose: bool,
}

/// The report as text.
pub fn text(report: &Report, look: Look) -> String {
    let mut pen = Pen::new(look.colour);
    pen.put(STRONG, &words::server(report));
    let setup = &report.setup;
    pen.line(
        FAINT,
        &format!(
            "  {} calls in {}, seed {}, at most {} generated cases of a sign",
            words::count(report.counts.exchanges),
            words::time(report.elapsed_ms),
            setup.seed,
            words::count(setup.cases)
        ),
    );
    pen.lines(&modules(report).to_string());
    for operation in &report.operations {
        failures(&mut pen, operation);
    }
    known(&mut pen, report, look);
    coverage(&mut pen, report, look);
    if let Some(requests) = &report.requests {
        self::requests(&mut pen, requests, look);
    }
    for warning in &report.warnings {
        pen.put(DOUBT, "warning  ").line(PLAIN, warning);
    }
    for entry in &report.stale {
        pen.put(BAD, "stale  ")
            .line(PLAIN, &format!("the baseline has {entry}, which the server no longer does: take it out"));
    }
    let style = if report.exit_code() == 0 { GOOD } else { BAD };
    pen.line(style, &words::verdict(report));
    pen.done()
}

/// A row for each module.
fn modules(report: &Report) -> Table {
    let mut modules: IndexMap<&str, Vec<&OperationReport>> = IndexMap::new();
    for operation in &report.operations {
        modules.entry(module(&operation.id)).or_default().push(operation);
    }
    let mut table = Table::new();
    table.load_style(UTF8_HORIZONTAL_ONLY.row_separator(LineStyle::none()));
    table.set_header([
        "module",
        "operations",
        "conform",
        "fail",
        "known",
        "not built",
        "not exercised",
        "calls",
    ]);
    for (module, operations) in modules {
        let Counts { operations, conforms, known, fails, not_built, not_exercised, exchanges, .. } =
            Counts::of(operations);
        let numbers = [operations, conforms, fails, known, not_built, not_exercised, exchanges];
        let numbers = numbers.map(|number| if number == 0 { "·".to_owned() } else { words::count(number) });
        table.add_row(std::iter::once(module.to_owned()).chain(numbers));
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

fn failures(pen: &mut Pen, operation: &OperationReport) {
    let alike = words::alike(&operation.exchanges, false);
    if alike.is_empty() {
        return;
    }
    pen.end();
    pen.put(BAD, "FAILS  ").put(STRONG, words::subject(&operation.id));
    pen.line(FAINT, &format!("  {} {}", operation.method, operation.path));
    for failure in &alike {
        self::failure(pen, failure);
    }
}

fn failure(pen: &mut Pen, failure: &Alike<'_>) {
    let Some(first) = failure.exchanges.first() else { return };
    pen.put(PLAIN, "  ").put(BAD, &words::rule(failure.finding));
    if !failure.finding.pointer.is_empty() {
        pen.put(PLAIN, &format!(" at {}", failure.finding.pointer));
    }
    pen.line(FAINT, &format!("  {}, {}", first.kind.words(), words::cases(&failure.exchanges)));
    pen.entry("what", PLAIN, &failure.finding.message);
    pen.entry("call", PLAIN, &format!("{}, {}", first.request, words::answered(first)));
    if let Some(contract) = &failure.finding.contract {
        pen.entry("contract", PLAIN, &format!("#{contract}"));
    }
    if let Some(curl) = &first.curl {
        pen.verbatim("again", curl);
    }
}

fn known(pen: &mut Pen, report: &Report, look: Look) {
    let known = report.operations.iter().flat_map(|operation| {
        words::alike(&operation.exchanges, true).into_iter().map(move |alike| (operation, alike))
    });
    let known: Vec<_> = known.collect();
    if known.is_empty() {
        return;
    }
    pen.end();
    if !look.verbose {
        let verbose = "known differences, which fail nothing (--verbose names them)";
        pen.line(FAINT, &format!("{} {verbose}", words::count(known.len())));
        return;
    }
    for (operation, alike) in &known {
        pen.put(DOUBT, "known  ").put(STRONG, words::subject(&operation.id));
        pen.line(FAINT, &format!("  {} at {:?}", words::rule(alike.finding), alike.finding.pointer));
        pen.entry("what", PLAIN, &alike.finding.message);
        let errata = "the contract itself is known to be wrong here";
        pen.entry("because", PLAIN, alike.finding.reason.as_deref().unwrap_or(errata));
    }
}

fn coverage(pen: &mut Pen, report: &Report, look: Look) {
    let coverage = &report.coverage;
    let shares = [
        ("operations", &coverage.operations, true),
        ("statuses", &coverage.statuses, true),
        ("parameters", &coverage.parameters, true),
        ("body members", &coverage.body_members, false),
        ("answer members", &coverage.answer_members, false),
        ("event types", &coverage.event_types, true),
    ];
    pen.end();
    pen.line(STRONG, "exercised, of what the contract has");
    for (name, share, _) in shares {
        pen.put(PLAIN, &format!("  {name:<15}"));
        pen.line(PLAIN, &format!("{:>5} of {:<5} {:>3} %", share.seen, share.of, share.percent()));
    }
    let idle: IndexSet<&str> =
        coverage.operations.unseen.iter().map(|unseen| unseen.operation.as_str()).collect();
    for (name, share, is_short) in shares {
        // Hundreds of members would bury what matters; JSON and HTML name them all.
        if is_short || look.verbose {
            // What is missing because its whole operation is goes without saying.
            let told = share.unseen.iter();
            let told =
                told.filter(|unseen| unseen.what.is_empty() || !idle.contains(unseen.operation.as_str()));
            unseen(pen, name, told);
        }
    }
    pen.end();
}

/// What became of recorded requests. In short, of each reason a few are named.
fn requests(pen: &mut Pen, requests: &Requests, look: Look) {
    pen.put(STRONG, "recorded requests").line(PLAIN, &format!("  {}", words::requests(requests)));
    for LeftOut { reason, count, requests } in &requests.left_out {
        pen.put(FAINT, "  not sent, ").line(PLAIN, &format!("{reason}:"));
        let named = if look.verbose { requests.len() } else { requests.len().min(4) };
        let more = if named < *count { format!("; and {} more", count - named) } else { String::new() };
        pen.entry("", FAINT, &format!("{}{more}", requests[..named].join("; ")));
    }
    pen.end();
}

/// What was not exercised, by its reason: `session.get 400, 404; session.todo 404`.
fn unseen<'a>(pen: &mut Pen, name: &str, share: impl Iterator<Item = &'a Unseen>) {
    let mut reasons: IndexMap<&str, IndexMap<&str, Vec<&str>>> = IndexMap::new();
    for unseen in share {
        let operations = reasons.entry(&unseen.reason).or_default();
        operations.entry(&unseen.operation).or_default().push(&unseen.what);
    }
    for (reason, operations) in reasons {
        pen.put(FAINT, &format!("  {name} not exercised, ")).line(PLAIN, &format!("{reason}:"));
        let named = operations.iter().map(|(id, what)| format!("{id} {}", what.join(", ")));
        let named: Vec<_> = named.map(|named| named.trim_end().to_owned()).collect();
        let between = if named.iter().any(|named| named.contains(' ')) { "; " } else { ", " };
        pen.entry("", FAINT, &named.join(between));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{Finding, Rule};
    use crate::report::conclude::tests::{exchange, report};
    use crate::report::{Exchange, Verdict};

    fn failing(case: &str) -> Exchange {
        let finding = Finding::new(Rule::Body, "/x", "5 is not of type string").of_contract("/paths/~1path");
        Exchange {
            case: case.to_owned(),
            curl: Some("curl 'http://x/path'".to_owned()),
            ..exchange("path.get", Verdict::of(vec![finding]))
        }
    }

    #[test]
    fn a_failure_says_what_came_where_the_contract_says_otherwise_and_how_to_repeat_it() {
        let text = text(&report(false, vec![failing("files/3"), failing("files/4")]), Look::default());
        for words in [
            "FAILS  path.get",
            "body at /x  story, files/3, files/4",
            "5 is not of type string",
            "GET /, answered 200 in 1 ms",
            "#/paths/~1path",
            "again      curl 'http://x/path'",
            "fails: 0 of 1 operations conform, 1 fail, 1 finding",
        ] {
            assert!(text.contains(words), "{words:?} is not in\n{text}");
        }
        assert!(!text.contains('\u{1b}'), "no colours unless they are asked for");
    }

    #[test]
    fn what_the_server_says_cannot_command_a_terminal() {
        let finding = Finding::new(Rule::Body, "", "the body begins \u{1b}[2J");
        let report = report(false, vec![exchange("path.get", Verdict::of(vec![finding]))]);
        let text = text(&report, Look::default());
        assert!(!text.contains('\u{1b}') && text.contains("\\u{1b}[2J"), "{text}");
    }

    #[test]
    fn what_is_not_built_is_named_once() {
        let text = text(&report(false, vec![exchange("path.get", Verdict::NotBuilt)]), Look::default());
        assert_eq!(text.matches("path.get").count(), 1, "{text}");
    }
}
