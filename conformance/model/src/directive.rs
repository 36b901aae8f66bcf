//! Finding the bracketed directives in a text. What they mean together is [`crate::script`]'s business.

/// The words a directive can begin with. Anything else in brackets is ordinary text.
///
/// | directive | the model … |
/// |---|---|
/// | `[say TEXT]` | streams TEXT in one piece |
/// | `[long N]` | streams N pieces without delay |
/// | `[slow]`, `[slow N]` | streams 20 pieces, or N, 250 ms apart |
/// | `[reasoning]` | thinks in two pieces before it answers |
/// | `[tool:NAME ARGS]` | calls a tool: one directive per step; ARGS is JSON or the tool's short form |
/// | `[toolraw:NAME TEXT]` | calls a tool with TEXT as the raw argument string, valid or not |
/// | `[parallel]` | plays all tool directives in one step |
/// | `[structured JSON]` | calls `StructuredOutput` with JSON when that tool is offered |
/// | `[usage IN OUT]` | reports these token counts |
/// | `[finish REASON]` | reports this reason to stop (`length`, `content_filter`, …) |
/// | `[error CODE]`, `[error CODE once]` | answers with this HTTP status, each time or only the first time |
/// | `[overflow]` | answers 400, the context being too long |
/// | `[errstream]` | breaks off after three events with an error event |
/// | `[hangup]` | closes the socket after three events |
/// | `[hang]` | sends the head of the answer and then nothing for a minute |
/// | `[title TEXT]` | answers a title request made for this text with TEXT |
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    Say,
    Long,
    Slow,
    Reasoning,
    /// The tool's name.
    Tool(String),
    /// The tool's name.
    ToolRaw(String),
    Parallel,
    Structured,
    Usage,
    Finish,
    Error,
    Overflow,
    ErrStream,
    HangUp,
    Hang,
    Title,
}

/// One directive: its word, and what stands between the first space and the closing bracket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    pub word: Word,
    pub argument: String,
}

impl Word {
    fn parse(head: &str) -> Option<Word> {
        if let Some(name) = head.strip_prefix("tool:") {
            return Some(Word::Tool(name.to_owned()));
        }
        if let Some(name) = head.strip_prefix("toolraw:") {
            return Some(Word::ToolRaw(name.to_owned()));
        }
        Some(match head {
            "say" => Word::Say,
            "long" => Word::Long,
            "slow" => Word::Slow,
            "reasoning" => Word::Reasoning,
            "parallel" => Word::Parallel,
            "structured" => Word::Structured,
            "usage" => Word::Usage,
            "finish" => Word::Finish,
            "error" => Word::Error,
            "overflow" => Word::Overflow,
            "errstream" => Word::ErrStream,
            "hangup" => Word::HangUp,
            "hang" => Word::Hang,
            "title" => Word::Title,
            _ => return None,
        })
    }
}

/// Every directive of `text`, in order.
///
/// Brackets nest, so a JSON argument may hold arrays; a directive that is never closed reaches to the end of the text.
pub fn find(text: &str) -> Vec<Directive> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('[') {
        let inside = &rest[open + 1..];
        let end = closing(inside);
        let inner = &inside[..end.unwrap_or(inside.len())];
        let (head, argument) = inner.split_once(' ').unwrap_or((inner, ""));
        match Word::parse(head) {
            Some(word) => {
                found.push(Directive { word, argument: argument.to_owned() });
                rest = end.map_or("", |end| &inside[end + 1..]);
            }
            None => rest = inside,
        }
    }
    found
}

/// Where the bracket that is open at the start of `inside` closes.
fn closing(inside: &str) -> Option<usize> {
    let mut depth = 1_usize;
    for (at, byte) in inside.bytes().enumerate() {
        match byte {
            b'[' => depth += 1,
            b']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(text: &str) -> Vec<(Word, String)> {
        find(text).into_iter().map(|directive| (directive.word, directive.argument)).collect()
    }

    #[test]
    fn directives_come_in_order_and_other_brackets_are_text() {
        assert_eq!(
            pairs("see [1] and [slow] then [usage 5 6] [unknown x] [say it's [fine] here]"),
            [
                (Word::Slow, String::new()),
                (Word::Usage, "5 6".to_owned()),
                (Word::Say, "it's [fine] here".to_owned()),
            ]
        );
    }

    #[test]
    fn a_directive_inside_ordinary_brackets_is_found() {
        assert_eq!(pairs("[note: [long 3]]"), [(Word::Long, "3".to_owned())]);
    }

    #[test]
    fn arguments_may_be_json_with_arrays() {
        assert_eq!(
            pairs(r#"[tool:question {"questions":[{"options":[1,2]}]}] tail"#),
            [(Word::Tool("question".into()), r#"{"questions":[{"options":[1,2]}]}"#.to_owned())]
        );
    }

    #[test]
    fn an_unclosed_directive_takes_the_rest() {
        assert_eq!(pairs("[say hello"), [(Word::Say, "hello".to_owned())]);
        assert_eq!(pairs("[nothing"), []);
        assert_eq!(pairs(""), []);
    }

    #[test]
    fn a_longer_word_is_another_word() {
        assert_eq!(pairs("[longer 3] [errors] [hangup]"), [(Word::HangUp, String::new())]);
    }

    #[test]
    fn text_beyond_ascii_is_cut_at_characters() {
        assert_eq!(pairs("ä[say grüße 日本]ö"), [(Word::Say, "grüße 日本".to_owned())]);
    }
}
