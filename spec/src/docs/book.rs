//! The pages while they are written: headings with their anchors, links between them, types and members as Markdown.

use std::collections::BTreeMap;

use serde_json::Value;

use super::markdown::{self, Anchors};
use super::phrase::{Phrase, Token, Types};
use super::rows::{Row, rows};
use super::words::Words;
use super::{Input, Page, notes};
use crate::errata::Erratum;

/// What a link can lead to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Target {
    Schema(String),
    /// `GET /session`.
    Operation(String),
    /// One of the common rules.
    Rule(&'static str),
}

/// Page and anchor of everything that has a heading.
pub(crate) type Places = BTreeMap<Target, (String, String)>;

/// All pages.
pub(super) struct Book<'a> {
    pub(super) input: &'a Input<'a>,
    pub(super) types: Types<'a>,
    pub(super) words: &'static Words,
    /// From the writing before.
    known: Places,
    places: Places,
    pages: Vec<Page>,
    anchors: Anchors,
}

impl<'a> Book<'a> {
    pub(super) fn new(input: &'a Input<'a>, known: Places) -> Self {
        Self {
            input,
            types: Types::new(input.contract),
            words: input.language.words(),
            known,
            places: Places::new(),
            pages: Vec::new(),
            anchors: Anchors::default(),
        }
    }

    pub(super) fn closed(self) -> (Vec<Page>, Places) {
        (self.pages, self.places)
    }

    /// Begins the next page.
    pub(super) fn page(&mut self, file: &str, title: &str) {
        // The origin may be any address; a comment must not end early.
        let origin = self.input.origin.replace("--", "- -").replace('>', " ");
        self.pages.push(Page { file: file.to_owned(), text: format!("<!-- {origin} -->\n") });
        self.anchors = Anchors::default();
        self.heading(1, title, None);
    }

    pub(super) fn heading(&mut self, level: usize, title: &str, target: Option<Target>) {
        let anchor = self.anchors.next(title);
        if let Some(target) = target {
            let file = self.file().to_owned();
            // An event of two streams has one place: the first.
            self.places.entry(target).or_insert((file, anchor));
        }
        self.put(&format!("\n{} {}\n", "#".repeat(level), markdown::text(title)));
    }

    /// A paragraph, a table or a block.
    pub(super) fn add(&mut self, text: &str) {
        self.put("\n");
        self.put(text.trim_end_matches('\n'));
        self.put("\n");
    }

    fn put(&mut self, text: &str) {
        if let Some(page) = self.pages.last_mut() {
            page.text.push_str(text);
        }
    }

    fn file(&self) -> &str {
        self.pages.last().map_or("", |page| page.file.as_str())
    }

    /// `[text](file#anchor)`; only the text if there is no such place.
    pub(super) fn link(&self, text: &str, target: &Target) -> String {
        match self.known.get(target) {
            Some((file, anchor)) if file == self.file() => format!("[{text}](#{anchor})"),
            Some((file, anchor)) => format!("[{text}]({file}#{anchor})"),
            None => text.to_owned(),
        }
    }

    /// The text of a type, with links to the schemas in it.
    pub(super) fn kind(&self, phrase: &Phrase) -> String {
        let (mut done, mut code) = (String::new(), String::new());
        let flush = |code: &mut String, done: &mut String| match code.as_str() {
            "" => {}
            " | " | " & " => done.push_str(&format!(" {} ", markdown::text(code))),
            _ => done.push_str(&markdown::code(code)),
        };
        for token in &phrase.tokens {
            let (text, target) = match token {
                Token::Text(text) => (text, None),
                Token::Schema(name) => (name, Some(Target::Schema(name.clone()))),
            };
            match target.filter(|target| self.known.contains_key(target)) {
                Some(target) => {
                    flush(&mut code, &mut done);
                    code.clear();
                    done.push_str(&self.link(&markdown::code(text), &target));
                }
                None => code.push_str(text),
            }
        }
        flush(&mut code, &mut done);
        done
    }

    /// The members of a schema as a table; nothing if it has none.
    pub(super) fn members(&mut self, schema: &'a Value) {
        let rows = rows(&self.types, schema);
        if !rows.is_empty() {
            let table = self.member_table(&rows);
            self.add(&table);
        }
    }

    pub(super) fn member_table(&self, rows: &[Row<'_>]) -> String {
        let words = self.words;
        markdown::table(
            &[words.member, words.kind, words.required, words.description],
            rows.iter().map(|row| {
                vec![
                    markdown::code(&row.path),
                    self.kind(&row.kind),
                    self.yes(row.required).to_owned(),
                    self.told(&row.description(), row.schema, row.is_deprecated()),
                ]
            }),
        )
    }

    pub(super) fn yes(&self, yes: bool) -> &'static str {
        if yes { self.words.yes } else { "" }
    }

    /// Description and notes of a schema, for a cell.
    pub(super) fn told(&self, description: &str, schema: &Value, is_deprecated: bool) -> String {
        let mut pieces = Vec::new();
        let description = description.strip_prefix("@deprecated").map_or(description, str::trim_start);
        if is_deprecated {
            pieces.push(format!("**{}**", self.words.deprecated));
        }
        if !description.is_empty() {
            let end = if description.ends_with(['.', '!', '?', ':', '。']) { "" } else { "." };
            pieces.push(format!("{}{end}", markdown::text(description)));
        }
        pieces.extend(notes::notes(&self.types, schema, self.words));
        pieces.join(" ")
    }

    /// What is known of the real server here.
    pub(super) fn errata(&mut self, entries: &[&Erratum]) {
        for entry in entries {
            let member = entry.pointer.rsplit_once("/properties/").map(|(_, member)| member);
            let member = member
                .filter(|member| !member.contains('/'))
                .map(|member| format!("{}: ", markdown::code(member)));
            let seen = entry.seen.join(", ");
            let words = self.words;
            let text = format!(
                "> **{}** {}{} ({} {seen})",
                words.real_server,
                member.unwrap_or_default(),
                markdown::text(&entry.reason),
                words.seen_in
            );
            self.add(&text);
        }
    }
}
