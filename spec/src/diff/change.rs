//! The terms in which a comparison speaks. No logic: what fills them is the comparison, what reads them the formats.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::diagnostic::Position;
use crate::document::{Document, Pointer};

/// Everything that changed between two contracts.
#[derive(Clone, Debug)]
pub struct Diff {
    pub old: Contract,
    pub new: Contract,
    pub changes: Vec<Change>,
}

/// What identifies a document in a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contract {
    /// File, URL or `git:REV:PATH`, as the user named it.
    pub source: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub digest: String,
    /// Number of operations.
    pub operations: usize,
    /// Number of named schemas.
    pub schemas: usize,
}

/// Whom a change breaks, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// A caller written for the old contract fails on a server that keeps the new one.
    Breaking,
    /// It cannot be proven that nobody breaks.
    Unknown,
    /// A server written for the old contract does not keep the new one; its callers go on working.
    BreakingForServers,
    /// Neither side breaks, and that is proven; an object that says nothing of other members is taken to have none.
    Compatible,
    /// Only texts for people changed.
    DocumentOnly,
}

/// Which way the changed data flows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// From the caller to the server: parameters and bodies.
    Request,
    /// From the server to the caller: answers and events.
    Response,
}

/// What a change is listed under.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The document as a whole: `info`, `servers`, `security`.
    Document,
    /// One operation, for what stands in it and not in a named schema.
    Operation {
        /// The operation id, or the address where there is none.
        id: String,
        /// Upper case.
        method: String,
        /// The template, `/session/{sessionID}`.
        path: String,
    },
    /// A named schema, told once for all operations that reach it.
    Schema { name: String },
    /// Something else that operations share, told once for all of them.
    Shared {
        kind: Shared,
        /// Under `components`; of a path the template; `NAME of PATH` for a parameter that stands with a path.
        name: String,
    },
}

/// What operations share besides schemas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shared {
    /// What stands with a path and not with one of its operations.
    Path,
    Parameter,
    Header,
    Body,
    Answer,
}

/// One change.
#[derive(Clone, Debug)]
pub struct Change {
    /// Id of its [`Rule`](super::Rule).
    pub rule: &'static str,
    /// The rule's level, unless a policy has changed it.
    pub level: Level,
    /// `None` for what does not flow: operation ids, texts.
    pub direction: Option<Direction>,
    pub subject: Subject,
    /// Ids of every operation that reaches the changed place, in the order of the document.
    pub operations: Vec<String>,
    /// The way from the subject to the place in words: `answer 200, info.time.created`; empty for the subject itself.
    pub at: String,
    /// Where it was; `None` for what is new.
    pub old: Option<Place>,
    /// Where it is; `None` for what is gone.
    pub new: Option<Place>,
    /// One clause without a full stop that a person understands without the rest: "the enum value `low` is gone".
    pub message: String,
    /// Why it has this level, where that is not obvious.
    pub reason: Option<String>,
    /// The changed value before, where it is small enough to show: a type, a bound, a set of enum values.
    pub before: Option<Value>,
    /// The changed value after.
    pub after: Option<Value>,
    /// For what breaks, where one can be made.
    pub witness: Option<Witness>,
    /// What changes in `opencode-client` for a program that uses it; for what breaks.
    pub effects: Vec<Effect>,
    /// 16 hexadecimal digits of rule, subject, way, direction, before and after: the same in every run, whatever else
    /// changed around it.
    pub fingerprint: String,
}

/// A place in one of the two documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub pointer: Pointer,
    pub position: Position,
}

/// A JSON value that one contract allows at the changed place and the other refuses: the validator said so.
#[derive(Clone, Debug, PartialEq)]
pub struct Witness {
    pub value: Value,
    /// Which contract allows it.
    pub valid: Valid,
    /// What the validator says against it under the other contract.
    pub error: String,
}

/// Under which contract a witness is valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Valid {
    /// Valid before, refused now.
    Before,
    /// Refused before, valid now.
    After,
}

/// What a Rust caller notices: one item of `opencode-client` (or `opencode-types`, which it shows) that changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Effect {
    pub kind: EffectKind,
    /// Its path: `operations::Session::prompt`, `types::Session`, `types::Session::title`, `types::Event::SessionIdle`.
    pub item: String,
    /// What happens to it, for example "is gone", "is `Option<String>`, was `String`".
    pub what: String,
}

/// Kind of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EffectKind {
    Method,
    Type,
    Field,
    Variant,
}

impl Contract {
    pub(super) fn of(document: &Document) -> Self {
        Self {
            source: document.source().to_owned(),
            digest: document.digest(),
            operations: document.operations().len(),
            schemas: document.schemas(),
        }
    }
}

impl Diff {
    /// The gravest level among the changes.
    pub fn gravest(&self) -> Option<Level> {
        self.changes.iter().map(|change| change.level).min()
    }
}

impl Subject {
    /// What kind of named thing it is, as reports spell it, and its name; none for an operation or the document.
    pub fn named(&self) -> Option<(&'static str, &str)> {
        match self {
            Self::Document | Self::Operation { .. } => None,
            Self::Schema { name } => Some(("schema", name)),
            Self::Shared { kind, name } => Some((kind.name(), name)),
        }
    }
}

impl Shared {
    /// As reports spell it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Parameter => "parameter",
            Self::Header => "header",
            Self::Body => "body",
            Self::Answer => "answer",
        }
    }
}

impl Level {
    /// All levels, the gravest first.
    pub const ALL: [Self; 5] =
        [Self::Breaking, Self::Unknown, Self::BreakingForServers, Self::Compatible, Self::DocumentOnly];

    /// As severity files and reports spell it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Unknown => "unknown",
            Self::BreakingForServers => "breaking-for-servers",
            Self::Compatible => "compatible",
            Self::DocumentOnly => "document-only",
        }
    }
}
