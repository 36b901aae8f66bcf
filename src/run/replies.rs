//! Asking the person at the terminal: for a permission, for answers to questions. Start from [`Terminal`].

use std::io::{BufRead as _, IsTerminal as _, Write as _};

use opencode_client::conversation::{PermissionReply, QuestionReply};
use opencode_client::types::{PermissionRequest, QuestionInfo, QuestionRequest};

use super::show::one_line;
use crate::output::tell;

/// A person who can be asked. A value of this type is the proof that there is one.
pub struct Terminal(());

impl Terminal {
    /// Somebody is there if what is asked can be read, on standard error, and answered, on standard input.
    pub fn of_this_process() -> Option<Terminal> {
        (std::io::stdin().is_terminal() && std::io::stderr().is_terminal()).then_some(Terminal(()))
    }

    /// Asks until the answer is one. No answer at all is a refusal.
    pub async fn permission(&self, request: &PermissionRequest) -> PermissionReply {
        tell(format_args!("The model asks for a permission: {}", title(request)));
        loop {
            let Some(answer) =
                line("Allow it? [y]es, [a]lways, [n]o, or say what it should do instead: ").await
            else {
                return PermissionReply::Reject;
            };
            if let Some(reply) = permission(&answer) {
                return reply;
            }
        }
    }

    /// Asks one question after the other. No answer to one of them is a refusal of all.
    pub async fn question(&self, request: &QuestionRequest) -> QuestionReply {
        let mut answers = Vec::new();
        for question in &request.questions {
            tell(one_line(&question.question));
            for (index, option) in question.options.iter().enumerate() {
                let (label, description) = (one_line(&option.label), one_line(&option.description));
                tell(format_args!("  {}. {label}  {description}", index + 1));
            }
            let several = if question.multiple == Some(true) { "s, with commas between them" } else { "" };
            match line(&format!("Number{several}, or an answer of your own; nothing refuses: ")).await {
                Some(answer) if !answer.is_empty() => answers.push(chosen(question, &answer)),
                _ => return QuestionReply::Reject,
            }
        }
        QuestionReply::Answer(answers)
    }
}

/// What a permission is asked for, on one line.
pub fn title(request: &PermissionRequest) -> String {
    one_line(&format!("{} {}", request.permission, request.patterns.join(", ")))
}

/// Reads a line; nothing at the end of the input. Nothing cancels the reading, which is why it has a thread of its own.
async fn line(question: &str) -> Option<String> {
    let question = question.to_owned();
    let reading = tokio::task::spawn_blocking(move || {
        let mut out = std::io::stderr();
        let _ = out.write_all(question.as_bytes()).and_then(|()| out.flush());
        let mut text = String::new();
        match std::io::stdin().lock().read_line(&mut text) {
            Ok(1..) => Some(text.trim().to_owned()),
            _ => None,
        }
    });
    reading.await.ok().flatten()
}

/// What an answer means; nothing if it is none.
fn permission(answer: &str) -> Option<PermissionReply> {
    match answer.to_lowercase().as_str() {
        "" => None,
        "y" | "yes" => Some(PermissionReply::Once),
        "a" | "always" => Some(PermissionReply::Always),
        "n" | "no" => Some(PermissionReply::Reject),
        _ => Some(PermissionReply::RejectBecause(answer.to_owned())),
    }
}

/// Labels for numbers, and texts as they are.
fn chosen(question: &QuestionInfo, answer: &str) -> Vec<String> {
    let label = |text: &str| {
        let number = text.trim().parse::<usize>().ok()?.checked_sub(1)?;
        question.options.get(number).map(|option| option.label.clone())
    };
    let one = |text: &str| label(text).unwrap_or_else(|| text.trim().to_owned());
    match question.multiple {
        Some(true) => answer.split(',').filter(|text| !text.trim().is_empty()).map(one).collect(),
        _ => vec![one(answer)],
    }
}

#[cfg(test)]
mod tests {
    use opencode_client::types::QuestionOption;

    use super::*;

    #[test]
    fn an_answer_that_is_none_is_asked_for_again() {
        assert_eq!(permission(""), None);
        assert_eq!(permission("Y"), Some(PermissionReply::Once));
        assert_eq!(permission("always"), Some(PermissionReply::Always));
        assert_eq!(permission("no"), Some(PermissionReply::Reject));
        assert_eq!(permission("use Git"), Some(PermissionReply::RejectBecause("use Git".to_owned())));
    }

    #[test]
    fn numbers_stand_for_labels() {
        let option = |label: &str| QuestionOption { label: label.to_owned(), description: String::new() };
        let options = vec![option("Red"), option("Green")];
        let mut question = QuestionInfo {
            custom: None,
            header: String::new(),
            multiple: None,
            options,
            question: String::new(),
        };
        assert_eq!(chosen(&question, "2"), ["Green"]);
        assert_eq!(chosen(&question, "3"), ["3"]);
        assert_eq!(chosen(&question, "blue, or so"), ["blue, or so"]);
        question.multiple = Some(true);
        assert_eq!(chosen(&question, "1, blue,"), ["Red", "blue"]);
    }
}
