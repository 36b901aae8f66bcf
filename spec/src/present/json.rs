//! For programs. The shape is a promise: members may be added, none is renamed or taken away while `version` stays.
//!
//! [`Report`] is that shape, and [`schema`] its JSON Schema, which is published at [`SCHEMA`].

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::diagnostic;
use crate::diff::{self, Direction, EffectKind, Level, Shared, Subject, Valid};
use crate::policy::{self, FailOn, Judged};

/// Where the JSON Schema stands in the repository.
pub const SCHEMA: &str = "docs/contract-diff.schema.json";

/// Version of the shape.
const VERSION: u32 = 1;

/// What `contract diff --format json` writes: the changes from one OpenAPI 3.1 contract to another.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct Report {
    /// Version of this format, 1. Members may be added without a new version.
    version: u32,
    old: Contract,
    new: Contract,
    /// The measure that was asked for with `--fail-on`.
    fail_on: FailOn,
    /// Whether the run fails (exit 1): a change does, or an entry of the accept file is out of date.
    fails: bool,
    counts: Counts,
    /// In the order of the new document; what is gone stands at the place that it had.
    changes: Vec<Change>,
    /// Entries of the accept file that are expired or fit no change.
    problems: Vec<Problem>,
}

/// One of the two documents.
#[derive(Debug, Serialize, JsonSchema)]
struct Contract {
    /// File, URL or `git:REV:PATH`, as the user named it.
    source: String,
    /// Digest of its bytes, in hexadecimal.
    sha256: String,
    /// Number of operations.
    operations: usize,
    /// Number of named schemas.
    schemas: usize,
}

/// How many changes of each level nobody has accepted, and how many were accepted.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct Counts {
    breaking: usize,
    unknown: usize,
    breaking_for_servers: usize,
    compatible: usize,
    document_only: usize,
    accepted: usize,
}

/// One change. A changed named schema is told once, whatever the number of operations that use it.
#[derive(Debug, Serialize, JsonSchema)]
struct Change {
    /// Id of its rule; `contract rules` lists them.
    rule: String,
    level: Level,
    /// Absent for what does not flow: operation ids, texts.
    #[serde(skip_serializing_if = "Option::is_none")]
    direction: Option<Direction>,
    subject: SubjectOf,
    /// Ids of every operation that reaches the changed place.
    operations: Vec<String>,
    /// The way from the subject to the place in words, `answer 200, info.title`; empty for the subject itself.
    at: String,
    /// Place in the old document; absent for what is new.
    #[serde(skip_serializing_if = "Option::is_none")]
    old: Option<Place>,
    /// Place in the new document; absent for what is gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    new: Option<Place>,
    /// What changed, in one clause.
    message: String,
    /// Why it has this level, where that is not obvious.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// The changed value before, where it is small enough to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<Value>,
    /// The changed value after, where it is small enough to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    witness: Option<Witness>,
    /// What changes for a Rust program that uses `opencode-client`.
    effects: Vec<Effect>,
    /// 16 hexadecimal digits, the same in every run: what accept files name.
    fingerprint: String,
    /// Whether it makes the run fail.
    fails: bool,
    /// Present if the accept file lists it; then it does not count.
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted: Option<Accepted>,
}

/// What a change belongs to.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum SubjectOf {
    /// The document as a whole.
    Document,
    /// One operation, for what stands in it and not in a named schema.
    Operation {
        /// The operation id, or method and path where it has none.
        id: String,
        /// Upper case.
        method: String,
        /// The template, `/session/{sessionID}`.
        path: String,
    },
    /// A named schema.
    Schema {
        /// Its name under `components/schemas`.
        name: String,
    },
    /// What stands with a path, and not with one of its operations.
    Path {
        /// The template, `/session/{sessionID}`.
        path: String,
    },
    /// A parameter that operations share.
    Parameter {
        /// Its name under `components/parameters`, or `NAME of PATH` where it stands with a path.
        name: String,
    },
    /// A named header.
    Header {
        /// Its name under `components/headers`.
        name: String,
    },
    /// A named body.
    Body {
        /// Its name under `components/requestBodies`.
        name: String,
    },
    /// A named answer.
    Answer {
        /// Its name under `components/responses`.
        name: String,
    },
}

/// A place in a document.
#[derive(Debug, Serialize, JsonSchema)]
struct Place {
    /// JSON pointer as a URI fragment, `#/paths/~1session/get`.
    pointer: String,
    /// Counted from 1.
    line: usize,
    /// Counted from 1, in characters.
    column: usize,
}

/// A JSON value that one contract allows at the changed place and the other refuses; a validator said so.
#[derive(Debug, Serialize, JsonSchema)]
struct Witness {
    value: Value,
    /// Which contract allows it.
    valid: Valid,
    /// What the validator says against it under the other contract.
    error: String,
}

/// What happens to one item of `opencode-client`.
#[derive(Debug, Serialize, JsonSchema)]
struct Effect {
    kind: EffectKind,
    /// Its path, `types::Session::title`.
    item: String,
    /// What happens to it.
    what: String,
}

/// An entry of the accept file.
#[derive(Debug, Serialize, JsonSchema)]
struct Accepted {
    reason: String,
    /// The last day on which it holds, `YYYY-MM-DD`.
    expires: String,
}

/// Something wrong with a file.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Problem {
    /// The file.
    source: String,
    /// Counted from 1; absent when the file is meant as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    /// Counted from 1, in characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    /// JSON pointer, for a place in a contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<String>,
    message: String,
    /// What can be done about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
}

/// The JSON Schema of the format, as it is published.
pub fn schema() -> String {
    pretty(&schemars::schema_for!(Report))
}

pub(super) fn json(judged: &Judged) -> String {
    let report = Report {
        version: VERSION,
        old: contract(&judged.old),
        new: contract(&judged.new),
        fail_on: judged.fail_on,
        fails: judged.fails(),
        counts: Counts {
            breaking: judged.open(Level::Breaking),
            unknown: judged.open(Level::Unknown),
            breaking_for_servers: judged.open(Level::BreakingForServers),
            compatible: judged.open(Level::Compatible),
            document_only: judged.open(Level::DocumentOnly),
            accepted: judged.accepted(),
        },
        changes: judged.findings.iter().map(change).collect(),
        problems: judged.problems.iter().map(Problem::of).collect(),
    };
    pretty(&report)
}

/// With a line break at its end.
pub(super) fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("these types have text keys, so they are JSON");
    text.push('\n');
    text
}

fn contract(contract: &diff::Contract) -> Contract {
    Contract {
        source: contract.source.clone(),
        sha256: contract.digest.clone(),
        operations: contract.operations,
        schemas: contract.schemas,
    }
}

fn change(finding: &policy::Finding) -> Change {
    let change = &finding.change;
    let place = |place: &diff::Place| Place {
        pointer: place.pointer.to_string(),
        line: place.position.line,
        column: place.position.column,
    };
    Change {
        rule: change.rule.to_owned(),
        level: change.level,
        direction: change.direction,
        subject: match change.subject.clone() {
            Subject::Document => SubjectOf::Document,
            Subject::Operation { id, method, path } => SubjectOf::Operation { id, method, path },
            Subject::Schema { name } => SubjectOf::Schema { name },
            Subject::Shared { kind: Shared::Path, name } => SubjectOf::Path { path: name },
            Subject::Shared { kind: Shared::Parameter, name } => SubjectOf::Parameter { name },
            Subject::Shared { kind: Shared::Header, name } => SubjectOf::Header { name },
            Subject::Shared { kind: Shared::Body, name } => SubjectOf::Body { name },
            Subject::Shared { kind: Shared::Answer, name } => SubjectOf::Answer { name },
        },
        operations: change.operations.clone(),
        at: change.at.clone(),
        old: change.old.as_ref().map(place),
        new: change.new.as_ref().map(place),
        message: change.message.clone(),
        reason: change.reason.clone(),
        before: change.before.clone(),
        after: change.after.clone(),
        witness: change.witness.as_ref().map(|witness| Witness {
            value: witness.value.clone(),
            valid: witness.valid,
            error: witness.error.clone(),
        }),
        effects: change
            .effects
            .iter()
            .map(|effect| Effect { kind: effect.kind, item: effect.item.clone(), what: effect.what.clone() })
            .collect(),
        fingerprint: change.fingerprint.clone(),
        fails: finding.fails,
        accepted: finding.accepted.as_ref().map(|accepted| Accepted {
            reason: accepted.reason.clone(),
            expires: accepted.expires.to_string(),
        }),
    }
}

impl Problem {
    pub fn of(problem: &diagnostic::Diagnostic) -> Self {
        Self {
            source: problem.source.clone(),
            line: problem.position.map(|position| position.line),
            column: problem.position.map(|position| position.column),
            pointer: problem.pointer.as_ref().map(ToString::to_string),
            message: problem.message.clone(),
            help: problem.help.clone(),
        }
    }
}
