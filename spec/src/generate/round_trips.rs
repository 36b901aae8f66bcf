//! `spec/types/tests/round_trip/generated.rs`: which type carries which schema, so that tests can send JSON through all of them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;

use super::api::rust_type;
use super::format::HEADER;
use super::operations::{Answer, Body, Operation};
use super::{GenerateError, GeneratedFile};
use crate::names::pascal;

/// One row per component of the contract, per request body and per JSON answer.
///
/// `renamed` are the components whose types have another name than theirs.
pub(super) fn generate(
    contract: &Value,
    renamed: &BTreeMap<String, String>,
    operations: &[Operation],
) -> Result<GeneratedFile, GenerateError> {
    let mut text = String::from(HEADER);
    text.push_str("//! Which type carries which schema of the contract.\n\n");
    text.push_str("use opencode_types as types;\n\nuse super::{RoundTrip, round_trip};\n");
    // Writing to a String cannot fail.
    let _ = writeln!(text, "\n/// Components by name.\npub const COMPONENTS: &[(&str, RoundTrip)] = &[");
    for name in contract["components"]["schemas"].as_object().into_iter().flat_map(|schemas| schemas.keys()) {
        let _ = writeln!(
            text,
            "    ({name:?}, round_trip::<types::{}>),",
            pascal(renamed.get(name).unwrap_or(name))
        );
    }
    let _ =
        writeln!(text, "];\n\n/// Request bodies by operation.\npub const BODIES: &[(&str, RoundTrip)] = &[");
    for operation in operations {
        if let Some(Body::Json(schema)) = &operation.body {
            let _ = writeln!(text, "    ({:?}, round_trip::<{}>),", operation.id, rust_type(schema)?);
        }
    }
    let _ = writeln!(
        text,
        "];\n\n/// Successful JSON answers by operation.\npub const ANSWERS: &[(&str, RoundTrip)] = &["
    );
    for operation in operations {
        if let Answer::Json(schema) = &operation.answer {
            let _ = writeln!(text, "    ({:?}, round_trip::<{}>),", operation.id, rust_type(schema)?);
        }
    }
    text.push_str("];\n");
    Ok(GeneratedFile { path: "spec/types/tests/round_trip/generated.rs".into(), text })
}
