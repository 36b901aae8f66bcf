//! Rust source from tokens or text, formatted alike on every machine.

use super::GenerateError;

/// First lines of every generated file.
pub(super) const HEADER: &str =
    "// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.\n";

/// What a generator's tokens are as a file.
pub(super) fn file(
    stage: &'static str,
    tokens: proc_macro2::TokenStream,
) -> Result<syn::File, GenerateError> {
    syn::parse2(tokens).map_err(|error| GenerateError::at(stage)(&error))
}

/// Formats a file.
pub(super) fn text(file: &syn::File) -> String {
    prettyplease::unparse(file)
}

/// Text as doc comment lines with `indent`, `//!` or `///`.
pub(super) fn doc(indent: &str, marker: &str, text: &str) -> String {
    text.trim()
        .lines()
        .map(|line| {
            let line = escape(line.trim_end());
            if line.is_empty() { format!("{indent}{marker}\n") } else { format!("{indent}{marker} {line}\n") }
        })
        .collect()
}

/// Contract texts hold `[x]`, `<x>` and bare links, which rustdoc would take for its own.
pub(super) fn escape(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut code = false;
    for letter in line.chars() {
        code ^= letter == '`';
        if !code && matches!(letter, '[' | ']' | '<' | '>') {
            text.push('\\');
        }
        text.push(letter);
    }
    text
}
