//! `README.md`: what the contract is, the directory of its operations, and the common rules.

use serde_json::Value;

use super::book::{Book, Target};
use super::markdown;
use super::modules::{Module, REALTIME, SCHEMAS};
use super::operation::{state, summary};
use super::rules;

pub(super) fn write(book: &mut Book<'_>, modules: &[Module<'_>]) {
    let words = book.words;
    let language = book.input.language;
    book.page("README.md", words.title);
    let info = |member: &str| {
        book.input
            .contract
            .get("info")
            .and_then(|info| info.get(member))
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let contract = format!("**{}** {}", markdown::text(info("title")), markdown::text(info("version")));
    let operations: usize = modules.iter().map(|module| module.operations.len()).sum();
    let intro = words.intro.replace("{contract}", contract.trim_end());
    book.add(&intro.replace("{operations}", &operations.to_string()));
    // Of most contracts the name once more.
    let says_more = |description: &str| {
        let title = info("title").to_lowercase();
        description.to_lowercase().split_whitespace().any(|word| word != "api" && !title.contains(word))
    };
    if says_more(info("description")) {
        book.add(&markdown::text(info("description")));
    }
    contents(book, modules);
    rules::write(book);
    book.heading(2, words.directory, Some(Target::Rule("operations")));
    book.add(words.state_legend);
    let rows: Vec<Vec<String>> = modules
        .iter()
        .flat_map(|module| module.operations.iter().map(move |operation| (module, operation)))
        .map(|(module, operation)| {
            vec![
                format!("[{}]({})", markdown::text(module.title(language)), module.file),
                book.link(&markdown::code(&operation.address()), &Target::Operation(operation.address())),
                summary(operation),
                state(book, operation),
            ]
        })
        .collect();
    let table = markdown::table(&[words.category, words.operation, words.description, words.state], rows);
    book.add(&table);
}

/// The pages, each with how many operations it has.
fn contents(book: &mut Book<'_>, modules: &[Module<'_>]) {
    let words = book.words;
    let language = book.input.language;
    let mut list: Vec<String> = modules
        .iter()
        .map(|module| {
            format!(
                "- [{}]({}) ({})",
                markdown::text(module.title(language)),
                module.file,
                module.operations.len()
            )
        })
        .collect();
    let fixed = modules.iter().filter(|module| module.is_fixed()).count();
    list.insert(fixed, format!("- [{}]({REALTIME})", markdown::text(words.realtime)));
    list.push(format!("- [{}]({SCHEMAS})", markdown::text(words.schemas)));
    let directory = book.link(words.directory, &Target::Rule("operations"));
    list.push(format!("- {directory}"));
    book.add(&list.join("\n"));
}
