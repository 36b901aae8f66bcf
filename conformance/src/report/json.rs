//! For programs. The shape is a promise: members may be added, none is renamed or taken away while `version` stays.
//!
//! It is [`Report`] as it stands; its JSON Schema is published at [`SCHEMA`].

use std::io::{self, Write};

use super::Report;

/// Where the JSON Schema stands in the repository.
pub const SCHEMA: &str = "docs/conformance-report.schema.json";

pub(super) fn json(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, report)?;
    out.write_all(b"\n")
}

/// The JSON Schema of the format, as it is published.
pub fn schema() -> String {
    let schema = schemars::schema_for!(Report);
    let text = serde_json::to_string_pretty(&schema).expect("a schema has text keys, so it is JSON");
    format!("{text}\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{Finding, Rule};
    use crate::report::conclude::tests::{exchange, report};
    use crate::report::{Baseline, Verdict};

    /// `CONFORMANCE_GOLDEN=accept` writes it anew.
    #[test]
    fn the_published_schema_is_that_of_the_report() {
        let path = format!("{}/../{SCHEMA}", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("CONFORMANCE_GOLDEN").is_some_and(|value| value == "accept") {
            std::fs::write(&path, schema()).expect("the schema can be written");
        }
        let published = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            published == schema(),
            "{SCHEMA} is out of date: run this test with CONFORMANCE_GOLDEN=accept"
        );
    }

    #[test]
    fn reports_with_everything_in_them_fit_the_published_schema() {
        let finding = || Finding::new(Rule::Body, "/x", "wrong").of_contract("/paths");
        let known = Finding { known: true, ..finding() };
        let mut report = report(
            true,
            vec![
                exchange("path.get", Verdict::of(vec![finding()])),
                exchange("vcs.get", Verdict::of(vec![known])),
                exchange("app.log", Verdict::NotBuilt),
                exchange("pty.list", Verdict::NotExercised { reason: "r".to_owned() }),
                exchange(crate::SERVER, Verdict::Conforms),
            ],
        );
        let baseline = "[[finding]]\noperation = \"path.get\"\nkind = \"story\"\nrule = \"body\"\npointer = \"/y\"\nreason = \"r\"";
        report.hold_against(&Baseline::read(baseline).expect("a baseline"));
        assert_eq!(report.stale.len(), 1);
        let schema = serde_json::from_str(&schema()).expect("JSON");
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        let mut text = Vec::new();
        json(&report, &mut text).expect("memory takes it");
        let mut value: serde_json::Value = serde_json::from_slice(&text).expect("JSON");
        let problems: Vec<_> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(problems.is_empty(), "{problems:#?}");
        value["operations"][0]["verdict"] = "odd".into();
        assert!(!validator.is_valid(&value), "the schema refuses a verdict that there is not");
    }
}
