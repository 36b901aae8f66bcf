//! Contract → checked-in Rust: types, API traits, client, and the table of operations; and the pages of [`docs`].
//!
//! Nothing here touches the disk: [`all`] answers texts. Running it twice gives the same bytes.

mod api;
mod caught;
mod client;
mod digests;
mod format;
mod groups;
mod operations;
mod records;
mod rework;
mod round_trips;
mod types;

use std::collections::BTreeMap;

use serde_json::Value;

pub use operations::{State, parse_states};
pub(crate) use types::literals;

use crate::diff::joined;
use crate::docs::{self, Client, DIRECTORY, Input, Language, Places};
use crate::document;
use crate::errata::{Errata, ErrataError};
use crate::names;
use crate::normalise::{self, Loosening};
use crate::present;

/// Where the generated client stands.
pub const CLIENT: &str = "client/src/generated.rs";

/// Where its operations by groups stand.
pub const OPERATIONS: &str = "client/src/operations.rs";

/// What the first line of every generated file says, behind the mark of a comment.
pub const GENERATED_BY: &str =
    "Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.";

/// A generated file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedFile {
    /// Path from the root of the repository, with `/`.
    pub path: String,
    /// Whole content.
    pub text: String,
}

/// Everything that follows from a contract.
#[derive(Clone, Debug)]
pub struct Generated {
    /// Files to write.
    pub files: Vec<GeneratedFile>,
    /// What the 3.0.3 dialect and the generators could not express.
    pub loosenings: Vec<Loosening>,
}

/// Why nothing could be generated.
#[derive(Debug, thiserror::Error)]
pub enum GenerateError {
    /// An erratum does not fit the contract.
    #[error(transparent)]
    Errata(#[from] ErrataError),
    /// The contract holds something for which there is no rule.
    #[error("the {stage} cannot be generated: {message}")]
    Unsupported {
        /// Which generator.
        stage: &'static str,
        /// What it said.
        message: String,
    },
}

impl GenerateError {
    fn at(stage: &'static str) -> impl Fn(&dyn std::fmt::Display) -> Self {
        move |message| Self::Unsupported { stage, message: message.to_string() }
    }
}

/// Generates all files from a contract (OpenAPI 3.1, linted).
///
/// `operations` is the present `server/api/operations.txt`: it says which operations are built; new ones are `501`.
///
/// # Errors
/// A stale erratum, or a construct that the generators refuse.
pub fn all(contract: &Value, errata: &Errata, operations: &str) -> Result<Generated, GenerateError> {
    let repaired = errata.apply(contract)?;
    let websockets = websockets(contract, errata);
    let normalised = normalise::normalise(&repaired);
    let mut document = normalised.document;
    names::name_everything(&mut document);
    let unions = names::unions(&document);
    types::mark_literals(&mut document);
    let operations = operations::operations(&document, &websockets, &parse_states(operations));
    let mut loosenings = normalised.loosenings;
    loosenings.extend(websockets.into_values().map(|pointer| Loosening { rule: "websocket", pointer }));

    // As the new table says: what is not in the old one answers 501.
    let states = operations.iter().map(|operation| (operation.id.clone(), operation.state)).collect();
    let client = Client::default();
    let input = Input { contract, origin: GENERATED_BY, states, client, errata, language: Language::English };

    // The client and what is written of it takes as long as all the rest.
    let (files, rest) = std::thread::scope(|scope| {
        let places = scope.spawn(|| docs::places(&input));
        let rest = scope.spawn(|| {
            let mut files = vec![types::generate(&document, &unions)?];
            files.extend(api::generate(&document, &operations)?);
            files.push(operations::table(&operations));
            files.push(groups::generate(&document, &operations));
            files.push(digests::generate(contract));
            files.push(round_trips::generate(contract, &normalised.renamed, &operations)?);
            files.push(GeneratedFile { path: present::SCHEMA.to_owned(), text: present::schema() });
            Ok::<_, GenerateError>(files)
        });
        let files = client::generate(&document, &operations)
            .map(|client| of_client(client, input.clone(), joined(places)));
        (files, joined(rest))
    });
    // Of two errors the one of the rest is told: that of the types comes first.
    let mut all = rest?;
    all.extend(files?);
    Ok(Generated { files: all, loosenings })
}

/// The client, and the documents, whose examples are calls of it.
fn of_client(client: GeneratedFile, mut input: Input<'_>, places: Places) -> Vec<GeneratedFile> {
    input.client = Client::read(&client.text);
    let examples = format!("{}{}", format::HEADER, docs::compiled(&input));
    let mut files = vec![client];
    files.push(GeneratedFile { path: "client/tests/documented/generated.rs".into(), text: examples });
    files.extend(
        docs::pages_with(&input, places)
            .into_iter()
            .map(|page| GeneratedFile { path: format!("{DIRECTORY}/{}", page.file), text: page.text }),
    );
    files
}

/// Id and place of the operations that upgrade to a WebSocket: the errata know some, later contracts mark them.
fn websockets(contract: &Value, errata: &Errata) -> BTreeMap<String, String> {
    let known = errata.websockets(contract);
    document::operations(contract)
        .into_iter()
        .filter_map(|operation| Some((operation.id()?.to_owned(), operation)))
        .filter(|(id, operation)| known.contains(id) || operation.value["x-websocket"] == true)
        .map(|(id, operation)| (id, operation.pointer.to_string()))
        .collect()
}
