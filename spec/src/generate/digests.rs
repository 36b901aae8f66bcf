//! `client/src/contract/table.rs`: one number for each operation, by which the client notices that a server's contract
//! is another one.

use std::fmt::Write as _;

use serde_json::Value;

use super::GeneratedFile;
use super::format::HEADER;

#[path = "../../../client/src/contract/digest.rs"]
mod digest;

/// Generates the table from the contract as it is served.
pub(super) fn generate(contract: &Value) -> GeneratedFile {
    let digests = digest::of_operations(contract);
    let mut text = format!(
        "{HEADER}//! What the compiled-in contract demands: id, method, path, and the number of `digest.rs`.\n\n\
         pub const OPERATIONS: [(&str, &str, &str, u64); {}] = [\n",
        digests.len()
    );
    for digest::Digest { id, method, path, number } in digests {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "    ({id:?}, {method:?}, {path:?}, 0x{number:016x}),");
    }
    text.push_str("];\n");
    GeneratedFile { path: "client/src/contract/table.rs".into(), text }
}
