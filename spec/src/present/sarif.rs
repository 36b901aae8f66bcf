//! SARIF 2.1.0 (OASIS), as code scanning services read it.

use std::fmt::Write as _;

use indexmap::IndexSet;
use serde_json::{Map, Value, json};

use super::words;
use crate::diff::{self, Contract, Level, Place, Subject};
use crate::policy::{Finding, Judged};

/// The rule of what is wrong with the accept file, which no change of a contract is.
const PROBLEM: &str = "acceptance-out-of-date";

pub(super) fn sarif(judged: &Judged) -> String {
    let mut ids: IndexSet<&str> = judged.findings.iter().map(|finding| finding.change.rule).collect();
    if !judged.problems.is_empty() {
        ids.insert(PROBLEM);
    }
    ids.sort_unstable();
    let index = |id: &str| ids.get_index_of(id).unwrap_or_default();
    let mut results: Vec<Value> =
        judged.findings.iter().map(|finding| result(judged, finding, index(finding.change.rule))).collect();
    results.extend(judged.problems.iter().map(|problem| {
        let region = problem
            .position
            .map(|position| json!({"startLine": position.line, "startColumn": position.column}));
        json!({
            "ruleId": PROBLEM,
            "ruleIndex": index(PROBLEM),
            "level": if judged.fails() { "error" } else { "warning" },
            "message": {"text": problem.message},
            "locations": [{"physicalLocation": physical(&problem.source, region)}],
        })
    }));
    let rules: Vec<Value> = ids.iter().map(|id| rule(id)).collect();
    let driver = json!({
        "name": "contract",
        "version": env!("CARGO_PKG_VERSION"),
        "informationUri": env!("CARGO_PKG_REPOSITORY"),
    });
    let driver = driver.to_string();
    let driver = driver.trim_end_matches('}');
    // One line for each rule and result: a reader of two reports sees what differs.
    format!(
        "{{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{{\n\
         \"tool\":{{\"driver\":{driver},\"rules\":{}}}}},\n\
         \"columnKind\":\"unicodeCodePoints\",\n\
         \"results\":{}\n}}]}}\n",
        lines(&rules),
        lines(&results)
    )
}

fn lines(values: &[Value]) -> String {
    let lines: Vec<String> = values.iter().map(|value| format!("\n{value}")).collect();
    format!("[{}]", lines.join(","))
}

fn rule(id: &str) -> Value {
    let known = diff::rule(id);
    let level = known.map_or("error", |rule| gravity(rule.level));
    let summary = match id {
        PROBLEM => "an entry of the accept file is expired or fits no change",
        _ => known.map_or(id, |rule| rule.summary),
    };
    json!({"id": id, "shortDescription": {"text": summary}, "defaultConfiguration": {"level": level}})
}

fn gravity(level: Level) -> &'static str {
    match level {
        Level::Breaking => "error",
        Level::Unknown | Level::BreakingForServers => "warning",
        Level::Compatible | Level::DocumentOnly => "note",
    }
}

fn result(judged: &Judged, finding: &Finding, rule: usize) -> Value {
    let change = &finding.change;
    let (source, place) = words::mark(judged, change);
    let mut location = json!({"physicalLocation": physical(source, place.map(region))});
    let logical = words::id(&change.subject).map_or_else(|| words::title(&change.subject), str::to_owned);
    let kind = match change.subject {
        Subject::Document => "module",
        Subject::Operation { .. } => "function",
        Subject::Schema { .. } => "type",
        Subject::Shared { .. } => "member",
    };
    location["logicalLocations"] = json!([{"fullyQualifiedName": logical, "kind": kind}]);
    let mut message = format!("{}: {}", words::title(&change.subject), change.message);
    if let Some(reason) = &change.reason {
        let _ = write!(message, ", because {reason}");
    }
    message.push('.');
    let mut result = json!({
        "ruleId": change.rule,
        "ruleIndex": rule,
        "level": if finding.fails { "error" } else { gravity(change.level) },
        "message": {"text": message},
        "locations": [location],
        "partialFingerprints": {"contractChange/v1": change.fingerprint},
        "properties": properties(finding),
    });
    let related = related(judged, source, finding);
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    if let Some(accepted) = &finding.accepted {
        let justification = format!("{} (until {})", accepted.reason, accepted.expires);
        result["suppressions"] =
            json!([{"kind": "external", "status": "accepted", "justification": justification}]);
    }
    result
}

/// The places that are not marked.
fn related(judged: &Judged, marked: &str, finding: &Finding) -> Vec<Value> {
    let sides: [(&Contract, &Option<Place>, &str); 2] =
        [(&judged.old, &finding.change.old, "before"), (&judged.new, &finding.change.new, "after")];
    sides
        .into_iter()
        .filter_map(|(contract, place, word)| {
            let place = place.as_ref().filter(|_| contract.source != marked)?;
            let mut location =
                json!({"message": {"text": format!("{word}: {}", words::spot(contract, place))}});
            // A line of another revision must not be looked up in the file as it is now.
            if !contract.source.starts_with("git:") {
                location["physicalLocation"] = physical(&contract.source, Some(region(place)));
            }
            Some(location)
        })
        .collect()
}

fn properties(finding: &Finding) -> Value {
    let change = &finding.change;
    let mut properties = Map::new();
    let mut add = |name: &str, value: Value| properties.insert(name.to_owned(), value);
    add("level", change.level.name().into());
    if let Some(direction) = change.direction {
        add("direction", json!(direction));
    }
    if !change.at.is_empty() {
        add("at", change.at.as_str().into());
    }
    add("operations", json!(change.operations));
    if let Some(witness) = &change.witness {
        add("witness", json!({"value": witness.value, "valid": witness.valid, "error": witness.error}));
    }
    let effects: Vec<String> =
        change.effects.iter().map(|effect| format!("{} {}", effect.item, effect.what)).collect();
    if !effects.is_empty() {
        add("effects", json!(effects));
    }
    properties.into()
}

fn physical(source: &str, region: Option<Value>) -> Value {
    let mut physical = json!({"artifactLocation": {"uri": uri(source)}});
    if let Some(region) = region {
        physical["region"] = region;
    }
    physical
}

fn region(place: &Place) -> Value {
    json!({"startLine": place.position.line, "startColumn": place.position.column})
}

/// A source as a URI: a path relative to where the program runs, unless the user named an absolute one.
fn uri(source: &str) -> String {
    let Some(path) = crate::source::file(source) else { return source.to_owned() };
    let mut uri = String::new();
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte))
            }
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn a_source_becomes_a_uri() {
        assert_eq!(uri("spec/a b.json"), "spec/a%20b.json");
        assert_eq!(uri("/tmp/é.json"), "file:///tmp/%C3%A9.json");
        assert_eq!(uri("git:HEAD~1:spec/a.json"), "spec/a.json");
        assert_eq!(uri("http://127.0.0.1:4096/doc"), "http://127.0.0.1:4096/doc");
    }
}
