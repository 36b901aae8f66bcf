//! The differences that were accepted, each with its reason (`spec/allowances.toml`).
//!
//! An entry names the place in the contract and repeats what both sides say there: if either changes, the entry no
//! longer fits and the difference is told again. An entry that fits nothing is itself a finding.

use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use crate::compare::Difference;
use crate::diagnostic::Diagnostic;

/// The accepted differences.
#[derive(Clone, Debug, Default)]
pub struct Allowances {
    source: String,
    entries: Vec<Allowance>,
}

/// One entry of the file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    /// JSON pointer into the contract.
    at: String,
    /// Operation id, where only one operation is meant.
    operation: Option<String>,
    contract: String,
    signature: String,
    reason: String,
}

#[derive(Clone, Debug)]
struct Allowance {
    written: Written,
    /// Counted from 1.
    line: usize,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    allow: Vec<Spanned<Written>>,
}

/// What is left of a comparison.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    /// Differences nobody accepted.
    pub open: Vec<Difference>,
    /// How many were accepted.
    pub allowed: usize,
    /// Entries that fit no difference.
    pub stale: Vec<Diagnostic>,
}

impl Verdict {
    pub fn is_clean(&self) -> bool {
        self.open.is_empty() && self.stale.is_empty()
    }
}

impl Allowances {
    /// Reads the file; findings name it as `source`.
    ///
    /// # Errors
    /// It cannot be read, is not TOML, or an entry lacks something, its reason for example.
    pub fn read(path: &Path, source: impl Into<String>) -> Result<Self, Box<Diagnostic>> {
        let source = source.into();
        match std::fs::read_to_string(path) {
            Ok(text) => Self::parse(source, &text),
            Err(error) => Err(Diagnostic::about(source, format!("cannot be read: {error}")).into()),
        }
    }

    /// # Errors
    /// The text is not TOML, or an entry lacks something.
    pub fn parse(source: impl Into<String>, text: &str) -> Result<Self, Box<Diagnostic>> {
        let source = source.into();
        let line_of = |offset: usize| text[..offset.min(text.len())].matches('\n').count() + 1;
        let file: File = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| line_of(span.start));
            Diagnostic::about(format!("{source}:{line}"), error.message().to_owned())
        })?;
        let mut entries = Vec::new();
        for entry in file.allow {
            let line = line_of(entry.span().start);
            let written = entry.into_inner();
            if written.reason.trim().is_empty() {
                let message = "this entry gives no reason".to_owned();
                return Err(Diagnostic::about(format!("{source}:{line}"), message).into());
            }
            entries.push(Allowance { written, line });
        }
        Ok(Self { source, entries })
    }

    /// Places in the contract that the entries name, for whoever checks that they exist.
    pub fn places(&self) -> impl Iterator<Item = (usize, &str)> {
        self.entries.iter().map(|entry| (entry.line, entry.written.at.as_str()))
    }

    /// Sorts the differences into accepted and open ones.
    pub fn judge(&self, differences: Vec<Difference>) -> Verdict {
        let mut used = vec![false; self.entries.len()];
        let mut verdict = Verdict::default();
        for difference in differences {
            let mut accepted = false;
            for (entry, used) in self.entries.iter().zip(&mut used) {
                if entry.fits(&difference) {
                    (accepted, *used) = (true, true);
                }
            }
            if accepted {
                verdict.allowed += 1;
            } else {
                verdict.open.push(difference);
            }
        }
        let stale = self.entries.iter().zip(used).filter(|(_, used)| !used);
        verdict.stale = stale.map(|(entry, _)| entry.is_stale(&self.source)).collect();
        verdict
    }
}

impl Allowance {
    fn fits(&self, difference: &Difference) -> bool {
        let Written { at, operation, contract, signature, .. } = &self.written;
        *at == difference.pointer.to_string()
            && operation.as_ref().is_none_or(|operation| *operation == difference.operation)
            && (contract, signature) == (&difference.contract, &difference.signature)
    }

    fn is_stale(&self, source: &str) -> Diagnostic {
        let message = format!("this entry fits no difference any more ({})", self.written.at);
        Diagnostic::about(format!("{source}:{}", self.line), message).with_help("remove the entry")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Pointer;

    const FILE: &str = r##"
[[allow]]
at = "#/components/schemas/A"
contract = "string"
signature = "number"
reason = "numbers are nicer"

[[allow]]
at = "#/components/schemas/B"
operation = "b.get"
contract = "string"
signature = "number"
reason = "only there"
"##;

    fn difference(schema: &str, operation: &str, signature: &str) -> Difference {
        Difference {
            operation: operation.to_owned(),
            address: String::new(),
            place: String::new(),
            pointer: Pointer::root().below(&["components", "schemas", schema]),
            contract: "string".to_owned(),
            signature: signature.to_owned(),
        }
    }

    #[test]
    fn an_entry_fits_what_it_repeats() {
        let allowances = Allowances::parse("allowances.toml", FILE).expect("valid");
        let verdict = allowances.judge(vec![
            difference("A", "a.get", "number"),
            difference("A", "b.get", "number"),
            difference("B", "b.get", "number"),
        ]);
        assert_eq!((verdict.allowed, verdict.is_clean()), (3, true));
        let open = [difference("A", "a.get", "integer"), difference("B", "a.get", "number")];
        let verdict = allowances.judge(open.to_vec());
        assert_eq!(verdict.open, open);
        let stale: Vec<String> = verdict.stale.iter().map(ToString::to_string).collect();
        assert_eq!(
            stale,
            [
                "allowances.toml:2: this entry fits no difference any more (#/components/schemas/A)\n  \
                 help: remove the entry",
                "allowances.toml:8: this entry fits no difference any more (#/components/schemas/B)\n  \
                 help: remove the entry",
            ]
        );
    }

    #[test]
    fn a_file_that_is_wrong_is_placed() {
        let error = |text: &str| Allowances::parse("a.toml", text).expect_err(text).to_string();
        assert!(error("\n\nallow = 1").starts_with("a.toml:3: "), "{}", error("\n\nallow = 1"));
        let missing = error(&FILE.replace("reason = \"only there\"", ""));
        assert!(missing.starts_with("a.toml:8: ") && missing.contains("reason"), "{missing}");
        assert_eq!(error(&FILE.replace("only there", " ")), "a.toml:8: this entry gives no reason");
        let unknown = error(&FILE.replace("operation =", "operations ="));
        assert!(unknown.contains("operations"), "{unknown}");
    }
}
