//! Side by side: the same plan on two servers, and where their answers and events differ.
//!
//! Start from [`compare`]. Each replay records its answers and events on a `tape`; `normal` takes out of them what is told
//! by chance, `shape` and `traces` are what is compared, and `tolerance` names what may differ. A difference is a finding of
//! the rule `differs`: which of the two servers is right, if one is, the contract does not say.

mod normal;
mod shape;
mod tape;
mod tolerance;
mod traces;

use std::collections::BTreeMap;

use crate::judge::{Finding, Rule};
use crate::report::{Exchange, Kind, Verdict};
pub(crate) use normal::Normal;
use shape::{Aspect, Difference};
pub(crate) use tape::Tape;
use tape::{Answer, Key};
use tolerance::tolerated;

/// The operation of whose stream the events are.
const STREAM: &str = "event.subscribe";
/// How the case of a story whose events differ begins.
const EVENTS: &str = "events of ";
/// The case that stands for all answers of an operation that do not differ.
const SAME: &str = "all compared answers";
/// Of one case, more differences say nothing new.
const MOST_FINDINGS: usize = 8;

/// Where `here`, the server under trial, differs from `there`: an exchange per case that differs as none before it, and
/// one per operation for those that do not differ. `told` are the exchanges of `here`.
pub(crate) fn compare(here: &Tape, there: &Tape, there_url: &str, told: &[Exchange]) -> Vec<Exchange> {
    let mut exchanges = Vec::new();
    let mut same: BTreeMap<String, usize> = BTreeMap::new();
    // The same difference in many cases of an operation is told with the first of them.
    let mut known: BTreeMap<String, Vec<Finding>> = BTreeMap::new();
    let others = there.answers();
    for (key, answer) in here.answers() {
        let Some(other) = others.get(&key) else { continue };
        // What is not built on one of them cannot be compared.
        if answer.status == 501 || other.status == 501 {
            continue;
        }
        let mut findings = findings(&key, &answer, other);
        let (operation, kind, case) = key;
        if findings.is_empty() {
            *same.entry(operation).or_default() += 1;
            continue;
        }
        let known = known.entry(operation.clone()).or_default();
        findings.retain(|finding| !known.contains(finding));
        findings.truncate(MOST_FINDINGS);
        known.extend(findings.iter().cloned());
        if findings.is_empty() {
            continue;
        }
        let original =
            told.iter().find(|told| told.operation == operation && told.kind == kind && told.case == case);
        exchanges.push(Exchange {
            operation,
            kind: Kind::Against,
            case: title(kind, &case),
            request: original.map_or_else(String::new, |original| original.request.clone()),
            curl: original.and_then(|original| original.curl.clone()),
            status: Some(answer.status),
            elapsed_ms: 0,
            verdict: Verdict::of(findings),
        });
    }
    exchanges.extend(events(here, there, there_url));
    for (operation, count) in same {
        exchanges.push(Exchange {
            operation,
            kind: Kind::Against,
            case: SAME.to_owned(),
            request: format!("{count} answers, beside {there_url}"),
            curl: None,
            status: None,
            elapsed_ms: 0,
            verdict: Verdict::Conforms,
        });
    }
    exchanges
}

/// How a case is called where it is compared.
fn title(kind: Kind, case: &str) -> String {
    format!("{}: {case}", kind.words())
}

/// What has to be played again to compare it once more.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Compared<'a> {
    Case(Kind, &'a str),
    /// The events of all stories: one may differ because of what another left behind.
    Events,
}

/// What a difference was found in, by the name of its case.
pub(crate) fn compared(title: &str) -> Option<Compared<'_>> {
    if title.starts_with(EVENTS) {
        return Some(Compared::Events);
    }
    let case = |kind: Kind| Some((kind, title.strip_prefix(kind.words())?.strip_prefix(": ")?));
    let (kind, case) = [Kind::Story, Kind::Valid, Kind::Invalid].into_iter().find_map(case)?;
    Some(Compared::Case(kind, case))
}

fn findings((operation, ..): &Key, here: &Answer, there: &Answer) -> Vec<Finding> {
    let whole = |aspect, message| vec![Difference { aspect, pointer: String::new(), message, apart: true }];
    let differences = if here.status != there.status {
        whole(Aspect::Status, format!("status {} here, {} there", here.status, there.status))
    } else {
        let mut differences = here.shape.differences(&there.shape);
        if here.loose || there.loose {
            differences.retain(|difference| difference.apart);
        }
        if here.content_type != there.content_type {
            let message =
                format!("content type {:?} here, {:?} there", here.content_type, there.content_type);
            differences.extend(whole(Aspect::ContentType, message));
        }
        differences
    };
    let empty = here.shape.is_empty() && there.shape.is_empty();
    let left = differences.into_iter().filter(|difference| tolerated(operation, difference, empty).is_none());
    left.map(|Difference { pointer, message, .. }| Finding::new(Rule::Differs, pointer, message)).collect()
}

/// One exchange for each story whose events differ, and one if none do.
fn events(here: &Tape, there: &Tape, there_url: &str) -> Vec<Exchange> {
    let mut stories: BTreeMap<String, Vec<Finding>> = BTreeMap::new();
    let (here, there) = (here.traces(), there.traces());
    if here.told.is_empty() && there.told.is_empty() {
        return Vec::new();
    }
    for (whose, message) in here.differences(&there) {
        let finding = Finding::new(Rule::Differs, "", format!("{whose}: {message}"));
        stories.entry(whose.story).or_default().push(finding);
    }
    if stories.is_empty() {
        stories.insert(String::new(), Vec::new());
    }
    let told = stories.into_iter().map(|(story, mut findings)| {
        findings.truncate(MOST_FINDINGS);
        Exchange {
            operation: STREAM.to_owned(),
            kind: Kind::Against,
            case: if story.is_empty() { format!("{EVENTS}all stories") } else { format!("{EVENTS}{story}") },
            request: format!("events, beside {there_url}"),
            curl: None,
            status: None,
            elapsed_ms: 0,
            verdict: Verdict::of(findings),
        }
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::{Value, json};

    use super::*;
    use crate::judge::Received;

    fn tape(status: u16, content_type: &str, body: &Value) -> Tape {
        let tape = Tape::new(Normal::new(Path::new("/p"), Path::new("/o"), "http://127.0.0.1:1"));
        let body = if body.is_null() { Vec::new() } else { body.to_string().into_bytes() };
        let received = Received { status, content_type: Some(content_type.to_owned()), body };
        tape.begin("s");
        tape.keep("x.get", Kind::Story, "s/1", &received);
        tape
    }

    fn told(here: &Tape, there: &Tape) -> Vec<String> {
        let exchanges = compare(here, there, "http://there", &[]);
        exchanges.iter().flat_map(|told| told.verdict.findings()).map(|found| found.message.clone()).collect()
    }

    #[test]
    fn the_name_of_a_difference_tells_what_to_play_again() {
        for kind in [Kind::Story, Kind::Valid, Kind::Invalid] {
            assert_eq!(compared(&title(kind, "a: b")), Some(Compared::Case(kind, "a: b")));
        }
        assert_eq!(compared("events of run"), Some(Compared::Events));
        assert_eq!(compared(SAME), None);
    }

    #[test]
    fn each_aspect_is_compared() {
        let json = "application/json";
        let here = || tape(200, json, &json!({ "a": 1, "version": "1" }));
        assert_eq!(
            told(&here(), &tape(200, "application/json; charset=utf-8", &json!({ "a": 1, "version": "2" }))),
            [""; 0]
        );
        assert_eq!(told(&here(), &tape(404, json, &json!({}))), ["status 200 here, 404 there"]);
        assert_eq!(told(&here(), &tape(200, json, &json!({ "a": 2, "version": "1" }))), ["1 here, 2 there"]);
        assert_eq!(
            told(&here(), &tape(200, json, &json!({ "version": "1" }))),
            ["number here, nothing there"]
        );
        assert_eq!(told(&here(), &tape(200, "text/plain", &json!({ "a": 1, "version": "1" }))).len(), 1);
        assert_eq!(
            told(&tape(204, json, &Value::Null), &tape(204, "", &Value::Null)),
            [""; 0],
            "nothing is labelled"
        );
        assert_eq!(told(&here(), &tape(501, json, &json!({}))), [""; 0], "not built");
    }

    #[test]
    fn what_follows_something_not_built_or_comes_by_chance_is_compared_by_its_types() {
        for by_chance in [false, true] {
            let here = tape(200, "application/json", &json!({ "a": 1 }));
            if by_chance {
                here.begin("");
            } else {
                here.cut();
            }
            let body = json!({ "a": 1, "b": [] }).to_string().into_bytes();
            let content_type = Some("application/json".to_owned());
            here.keep("x.get", Kind::Story, "s/1", &Received { status: 200, content_type, body });
            assert_eq!(
                told(&here, &tape(200, "application/json", &json!({ "a": 2, "b": [1], "c": 1 }))),
                [""; 0]
            );
            assert_eq!(
                told(&here, &tape(200, "application/json", &json!({ "a": "x", "b": [] }))),
                ["number here, string there"]
            );
        }
    }
}
