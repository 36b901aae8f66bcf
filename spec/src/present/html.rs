//! One page that needs nothing else: styles and script stand in it, and its own policy lets it load nothing.
//!
//! Without the script every change is shown; with it, levels can be switched off and words searched for.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::Value;

use super::words::{self, Told};
use crate::diff::{Change, Contract, Level};
use crate::policy::Judged;

const STYLE: &str = include_str!("html/page.css");
const SCRIPT: &str = include_str!("html/page.js");
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

pub(super) fn html(judged: &Judged) -> String {
    let groups = words::groups(&judged.findings);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                title { "Contract: " (judged.old.source) " → " (judged.new.source) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header { (head(judged)) }
                @if !judged.findings.is_empty() { (filter(judged)) }
                main {
                    @if !judged.problems.is_empty() { (problems(judged)) }
                    @if groups.is_empty() { p.nothing { "Nothing changed." } }
                    @for group in &groups {
                        section {
                            h2 {
                                span.subject { (group.title()) }
                                @if let Some(id) = group.id() { " " span.id { (id) } }
                            }
                            @for told in &group.told { (entry(judged, told)) }
                        }
                    }
                    p.nothing.filtered hidden { "No change fits the filter." }
                }
                footer {
                    p { "Written by " code { "contract diff" } ". A change is accepted by its fingerprint, with a reason and a date, in the file that " code { "--accept" } " names." }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    let mut text = page.into_string();
    text.push('\n');
    text
}

fn head(judged: &Judged) -> Markup {
    let (class, outcome) = if judged.fails() { ("fails", "fails") } else { ("passes", "passes") };
    html! {
        h1 { "Contract" span class={"outcome " (class)} { (outcome) } }
        p.verdict { (words::verdict(judged)) }
        dl.contracts {
            (contract("old", &judged.old))
            (contract("new", &judged.new))
        }
    }
}

fn contract(side: &str, contract: &Contract) -> Markup {
    html! {
        div {
            dt { (side) }
            dd {
                strong { (contract.source) }
                span { (contract.operations) " operations, " (contract.schemas) " schemas" }
                code.digest title="SHA-256" { (contract.digest.get(..12).unwrap_or(&contract.digest)) }
            }
        }
    }
}

/// The switches. Texts are switched off at first: there are many, and they break nobody.
fn filter(judged: &Judged) -> Markup {
    html! {
        nav {
            @for level in Level::ALL {
                @let count = judged.open(level);
                label class=(level.name()) {
                    input type="checkbox" name="level" value=(level.name()) checked[level != Level::DocumentOnly] disabled[count == 0];
                    b { (count) } " " (words::meaning(level))
                }
            }
            @if judged.accepted() > 0 {
                label.accepted {
                    input type="checkbox" name="level" value="accepted" checked;
                    b { (judged.accepted()) } " accepted"
                }
            }
            input type="search" placeholder="find an operation, schema or rule" aria-label="find";
        }
    }
}

fn problems(judged: &Judged) -> Markup {
    html! {
        section.problems {
            h2 { "The accept file is out of date" }
            @for problem in &judged.problems {
                p {
                    code { (problem.source) @if let Some(position) = problem.position { ":" (position) } }
                    " " (prose(&problem.message))
                    @if let Some(help) = &problem.help { ": " (help) }
                }
            }
        }
    }
}

fn entry(judged: &Judged, told: &Told<'_>) -> Markup {
    let (finding, change) = (told.finding(), told.change());
    let class = if finding.accepted.is_some() { "accepted" } else { change.level.name() };
    let way = words::way(change);
    html! {
        details class={"change " (class)} data-level=(class) open[change.level <= Level::Unknown] {
            summary {
                span.level { @if finding.accepted.is_some() { "accepted" } @else { (words::spoken(change.level)) } }
                span.message {
                    (prose(&change.message))
                    @if !way.is_empty() { span.way { (prose(&way)) } }
                }
            }
            dl { (facts(judged, told)) }
        }
    }
}

fn facts(judged: &Judged, told: &Told<'_>) -> Markup {
    let (change, effects, operations) = (told.change(), told.effects(), told.operations());
    html! {
        @if change.before.is_some() || change.after.is_some() { dt { "value" } dd { (values(change)) } }
        @if let Some(reason) = &change.reason { dt { "because" } dd { (prose(reason)) } }
        @if let Some(witness) = &change.witness {
            dt { "witness" }
            dd { pre { (words::value(&witness.value)) } (words::testimony(witness)) }
        }
        @if !effects.is_empty() {
            dt { "in Rust" }
            dd { ul { @for effect in &effects { li { code { (effect.item) } " " (prose(&effect.what)) } } } }
        }
        @if !operations.is_empty() {
            dt { "reached by" }
            dd { (some(&operations, ", ")) }
        }
        @if let Some(accepted) = &told.finding().accepted {
            dt { "accepted" }
            dd { "until " (accepted.expires) ": " (accepted.reason) }
        }
        @if let Some(spots) = told.spots(judged) { dt { "at" } dd { (spots) } }
        dt { "rule" }
        dd { code { (change.rule) } " " span.fingerprint title="fingerprint" { (some(&told.fingerprints(), " ")) } }
    }
}

/// The first ones, and the rest when somebody asks.
fn some(all: &[&str], between: &str) -> Markup {
    let named = if all.len() <= 5 { all.len() } else { 4 };
    html! {
        (all[..named].join(between))
        @if named < all.len() {
            details.more { summary { "and " (all.len() - named) " more" } (all[named..].join(between)) }
        }
    }
}

fn values(change: &Change) -> Markup {
    let side = |class: &str, value: &Option<Value>| {
        html! { @if let Some(value) = value { code class=(class) { (words::value(value)) } } }
    };
    html! {
        (side("before", &change.before))
        @if change.before.is_some() && change.after.is_some() { " → " }
        (side("after", &change.after))
    }
}

/// Text whose backticks mean code.
fn prose(text: &str) -> Markup {
    html! {
        @for (is_code, span) in words::spans(text) {
            @if is_code { code { (span) } } @else { (span) }
        }
    }
}
