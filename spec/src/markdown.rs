//! Code in Markdown, whatever text it is: for the pages, and for what is put into a pull request.
//!
//! Text outside of code is escaped where it is written: a page keeps what its source marks, a report marks nothing.

/// Text as code in a line, in more backticks than it has in a row.
pub(crate) fn code(text: &str) -> String {
    let text: String =
        text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect();
    let fence = "`".repeat(longest_run(&text) + 1);
    // Without a space the fence would grow; and code of nothing is no code.
    let pad =
        if text.is_empty() || text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Lines of code, in a fence longer than any in them.
pub(crate) fn block(language: &str, text: &str) -> String {
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    format!("{fence}{language}\n{}\n{fence}\n", text.trim_end())
}

/// How many backticks stand in a row at most.
fn longest_run(text: &str) -> usize {
    text.split(|character| character != '`').map(str::len).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_holds_backticks() {
        assert_eq!(code("a | b"), "`a | b`");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("a`b``c"), "```a`b``c```");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(code("a\n\u{1b}b"), "`a  b`");
        assert_eq!(code(""), "`  `");
        assert_eq!(block("json", "``` x"), "````json\n``` x\n````\n");
        assert_eq!(block("sh", "a"), "```sh\na\n```\n");
    }
}
