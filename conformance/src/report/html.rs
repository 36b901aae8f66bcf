//! One page that needs nothing else: styles and script stand in it, and its own policy lets it load nothing.
//!
//! Without the script every operation is shown; with it, verdicts and modules can be switched and words searched for.

use indexmap::{IndexMap, IndexSet};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::words::{self, Alike};
use super::{OperationReport, Report, Requests, SERVER, Share, Verdict};
use crate::contract::module;

const STYLE: &str = include_str!("html/page.css");
const SCRIPT: &str = include_str!("html/page.js");
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

pub(super) fn html(report: &Report) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                title { "Conformance of " (report.base_url) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header { (head(report)) }
                @if !report.warnings.is_empty() || !report.stale.is_empty() { (doubts(report)) }
                (coverage(report))
                @if let Some(requests) = &report.requests { (self::requests(requests)) }
                (filter(report))
                main {
                    @for (module, operations) in modules(report) {
                        section data-module=(module) {
                            h2 { (words::subject(module)) span.calls { (calls(&operations)) } }
                            @for operation in operations { (self::operation(operation)) }
                        }
                    }
                    p.nothing.filtered hidden { "No operation fits the filter." }
                }
                footer { p { "Written by " code { "conformance" } ". A failure is repeated by its curl line; credentials are taken from " code { "$OPENCODE_SERVER_PASSWORD" } "." } }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    let mut text = page.into_string();
    text.push('\n');
    text
}

fn head(report: &Report) -> Markup {
    let outcome = if report.exit_code() == 0 { "passes" } else { "fails" };
    let setup = &report.setup;
    html! {
        h1 { "Conformance" span class={"outcome " (outcome)} { (outcome) } }
        p.verdict { (words::server(report)) ", held against its contract: "
            (words::count(report.counts.exchanges)) " calls in " (words::time(report.elapsed_ms))
            ", seed " (setup.seed) }
        p.verdict { (words::tally(report)) }
    }
}

fn doubts(report: &Report) -> Markup {
    html! {
        section.doubts {
            @for warning in &report.warnings { p { b { "Warning. " } (warning) } }
            @for entry in &report.stale {
                p { b { "Stale. " } "The baseline has " code { (entry) } ", which the server no longer does: take it out." }
            }
        }
    }
}

fn coverage(report: &Report) -> Markup {
    let coverage = &report.coverage;
    let shares = [
        ("operations", &coverage.operations),
        ("statuses", &coverage.statuses),
        ("parameters", &coverage.parameters),
        ("members of bodies", &coverage.body_members),
        ("members of answers", &coverage.answer_members),
        ("types of events", &coverage.event_types),
    ];
    html! {
        section.coverage {
            h2 { "Exercised, of what the contract has" }
            div.shares { @for (name, share) in shares { (self::share(name, share)) } }
        }
    }
}

fn requests(requests: &Requests) -> Markup {
    html! {
        section.coverage {
            h2 { "Recorded requests" }
            p { (words::requests(requests)) "." }
            @for left_out in &requests.left_out {
                details {
                    summary { (words::count(left_out.count)) " not sent: " (left_out.reason) }
                    ul { @for request in &left_out.requests { li { code { (request) } } } }
                    @if left_out.requests.len() < left_out.count {
                        p { "And " (words::count(left_out.count - left_out.requests.len())) " more." }
                    }
                }
            }
        }
    }
}

fn share(name: &str, share: &Share) -> Markup {
    let mut reasons: IndexMap<&str, Vec<String>> = IndexMap::new();
    for unseen in &share.unseen {
        let name = format!("{} {}", unseen.operation, unseen.what);
        reasons.entry(&unseen.reason).or_default().push(name.trim_end().to_owned());
    }
    html! {
        details.share {
            summary {
                span.name { (name) }
                span.number { b { (share.seen) } " of " (share.of) }
                progress max=(share.of.max(1)) value=(share.seen) aria-label=(name) {}
            }
            @if reasons.is_empty() { p { "All of them." } }
            @for (reason, names) in &reasons {
                p { "Not exercised, " (reason) ":" }
                ul { @for name in names { li { code { (name) } } } }
            }
        }
    }
}

/// The switches. What conforms is switched off at first where something fails.
fn filter(report: &Report) -> Markup {
    let modules: IndexSet<&str> = report.operations.iter().map(|operation| module(&operation.id)).collect();
    let counts = report.counts;
    let told = |wanted: &'static str| {
        report.operations.iter().filter(move |operation| class(&operation.verdict) == wanted)
    };
    let verdicts = [
        ("fails", "fail", true),
        ("known", "differ as is known", true),
        ("conforms", "conform", counts.fails == 0),
        ("not-built", "not built", false),
        ("not-exercised", "not exercised", true),
    ];
    html! {
        nav {
            @for (class, words, shown) in verdicts {
                // The server as a whole is shown with the others, and is no operation.
                @let any = told(class).next().is_some();
                @let number = told(class).filter(|operation| operation.id != SERVER).count();
                label class=(class) {
                    input type="checkbox" name="verdict" value=(class) checked[shown && any] disabled[!any];
                    b { (number) } " " (words)
                }
            }
            select name="module" aria-label="module" {
                option value="" { "all modules" }
                @for module in modules { option value=(module) { (words::subject(module)) } }
            }
            input type="search" placeholder="find an operation, rule or case" aria-label="find";
        }
    }
}

fn modules(report: &Report) -> IndexMap<&str, Vec<&OperationReport>> {
    let mut modules: IndexMap<&str, Vec<&OperationReport>> = IndexMap::new();
    for operation in &report.operations {
        modules.entry(module(&operation.id)).or_default().push(operation);
    }
    modules
}

fn calls(operations: &[&OperationReport]) -> String {
    let calls: usize = operations.iter().map(|operation| operation.exchanges.len()).sum();
    format!("{} calls", words::count(calls))
}

fn operation(operation: &OperationReport) -> Markup {
    let class = class(&operation.verdict);
    let failures = words::alike(&operation.exchanges, false);
    let known = words::alike(&operation.exchanges, true);
    html! {
        details class={"operation " (class)} data-verdict=(class) open[class == "fails"] {
            summary {
                span.verdict { (class.replace('-', " ")) }
                span.id { (words::subject(&operation.id)) }
                span.path { (operation.method) @if !operation.path.is_empty() { " " (operation.path) } }
                span.calls { (words::count(operation.exchanges.len())) }
            }
            @for failure in &failures { (self::failure(failure, "failure")) }
            @for failure in &known { (self::failure(failure, "failure known")) }
            @if let Verdict::NotExercised { reason } = &operation.verdict { p.reason { (reason) } }
            (played(operation))
        }
    }
}

fn failure(failure: &Alike<'_>, class: &str) -> Markup {
    let finding = failure.finding;
    html! {
        div class=(class) {
            p.message {
                b { (words::rule(finding)) }
                @if !finding.pointer.is_empty() { " at " code { (finding.pointer) } }
                ": " (finding.message)
            }
            dl {
                @if let Some(first) = failure.exchanges.first() {
                    dt { "call" }
                    dd { code { (first.request) } " " (words::answered(first)) }
                    dt { (first.kind.words()) }
                    dd { (some(&failure.exchanges.iter().map(|exchange| exchange.case.as_str()).collect::<Vec<_>>())) }
                    @if let Some(curl) = &first.curl { dt { "again" } dd { pre { (curl) } } }
                }
                @if let Some(contract) = &finding.contract { dt { "contract" } dd { code { "#" (contract) } } }
                @if finding.known {
                    dt { "because" }
                    dd { (finding.reason.as_deref().unwrap_or("the contract itself is known to be wrong here")) }
                }
            }
        }
    }
}

/// The first ones, and the rest when somebody asks.
fn some(all: &[&str]) -> Markup {
    let named = if all.len() <= 5 { all.len() } else { 4 };
    html! {
        (all[..named].join(", "))
        @if named < all.len() {
            details.more { summary { "and " (all.len() - named) " more" } (all[named..].join(", ")) }
        }
    }
}

/// How many calls of which kind came to what.
fn played(operation: &OperationReport) -> Markup {
    let mut kinds: IndexMap<&str, IndexMap<String, usize>> = IndexMap::new();
    for exchange in &operation.exchanges {
        let came = exchange.status.map_or_else(|| "no answer".to_owned(), |status| status.to_string());
        *kinds.entry(exchange.kind.words()).or_default().entry(came).or_default() += 1;
    }
    html! {
        @if !kinds.is_empty() {
            ul.played {
                @for (kind, statuses) in &kinds {
                    li { (kind) ": "
                        @for (at, (status, times)) in statuses.iter().enumerate() {
                            @if at > 0 { ", " }
                            code { (status) } @if *times > 1 { " × " (words::count(*times)) }
                        }
                    }
                }
            }
        }
    }
}

fn class(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Conforms => "conforms",
        Verdict::Known { .. } => "known",
        Verdict::Fails { .. } => "fails",
        Verdict::NotBuilt => "not-built",
        Verdict::NotExercised { .. } => "not-exercised",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{Finding, Rule};
    use crate::report::Exchange;
    use crate::report::conclude::tests::{exchange, report};

    #[test]
    fn the_server_as_a_whole_is_shown_and_not_counted() {
        let finding = || Verdict::of(vec![Finding::new(Rule::Cors, "", "anybody may read this")]);
        let page = html(&report(false, vec![exchange(SERVER, finding())]));
        assert!(page.contains(r#"value="fails" checked><b>0</b> fail<"#), "{page}");
        let page = html(&report(false, vec![exchange(SERVER, finding()), exchange("app.log", finding())]));
        assert!(page.contains(r#"value="fails" checked><b>1</b> fail<"#), "{page}");
    }

    #[test]
    fn the_page_tells_everything_and_loads_nothing() {
        let finding =
            Finding::new(Rule::Body, "/x", "<script>alert(1)</script>").of_contract("/paths/~1path");
        let failing = Exchange {
            curl: Some("curl 'http://x/path'".to_owned()),
            case: "files/3".to_owned(),
            ..exchange("path.get", Verdict::of(vec![finding]))
        };
        let page = html(&report(false, vec![failing, exchange("app.log", Verdict::NotBuilt)]));
        for words in
            ["files/3", "curl 'http://x/path'", "#/paths/~1path", "&lt;script&gt;alert(1)", "app.log"]
        {
            assert!(page.contains(words), "{words}");
        }
        for foreign in ["src=", "href=", "url(", "@import", "<script>alert"] {
            assert!(!page.contains(foreign), "{foreign}");
        }
    }
}
