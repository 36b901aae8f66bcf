//! Markdown as a reader takes it apart.

/// Markdown without its code: what stands between two runs of as many backticks.
pub fn without_code(text: &str) -> String {
    let text = text.replace("\\`", "");
    let mut outside = String::new();
    let mut rest = text.as_str();
    while let Some(start) = rest.find('`') {
        outside.push_str(&rest[..start]);
        let after = rest[start..].trim_start_matches('`');
        let fence = &rest[start..rest.len() - after.len()];
        let closes =
            |at: &usize| !after[..*at].ends_with('`') && !after[*at + fence.len()..].starts_with('`');
        let end = after.match_indices(fence).map(|(at, _)| at).find(closes).expect("every code ends");
        rest = &after[end + fence.len()..];
    }
    outside + rest
}
