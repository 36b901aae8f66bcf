//! What must hold of all pages together, for a small document with one of each kind of thing and for real contracts.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::*;
use crate::diagnostic::Position;
use crate::document::Document;

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn contract(name: &str) -> Value {
    Document::read(&data(name), name).expect("a contract").value().clone()
}

/// Our own contract as the generator sees it, and a later one that the client does not know.
fn real() -> [(Value, Client); 2] {
    let client = std::fs::read_to_string(data("../client/src/generated.rs")).expect("the client");
    [
        (contract("opencode-api.json"), Client::read(&client)),
        (contract("tests/data/opencode-1.2.15.json"), Client::default()),
    ]
}

fn written(contract: &Value, client: Client, language: Language) -> Vec<Page> {
    let states = BTreeMap::from([
        ("event.subscribe".to_owned(), State::Done),
        ("odd.read".to_owned(), State::NotBuilt),
    ]);
    let errata = Errata::default();
    pages(&Input { contract, origin: "made by a test", states, client, errata: &errata, language })
}

/// The lines of a page that are not in a block of code.
fn prose(page: &Page) -> impl Iterator<Item = &str> {
    let mut inside = false;
    page.text.lines().filter(move |line| {
        let fence = line.starts_with("```");
        inside ^= fence;
        !inside && !fence
    })
}

/// Anchors as GitHub makes them, told by another way than the pages': from the rendered headings.
fn anchors(page: &Page) -> BTreeSet<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let headings = prose(page).filter(|line| line.starts_with('#'));
    headings
        .map(|heading| {
            let shown = heading
                .trim_start_matches('#')
                .trim()
                .replace('\\', "")
                .replace("&lt;", "<")
                .replace("&amp;", "&")
                .to_lowercase();
            let slug: String = shown
                .replace(' ', "-")
                .chars()
                .filter(|letter| letter.is_alphanumeric() || "-_".contains(*letter))
                .collect();
            let count = counts.entry(slug.clone()).or_default();
            *count += 1;
            if *count == 1 { slug } else { format!("{slug}-{}", *count - 1) }
        })
        .collect()
}

/// What is left of a line when its pieces of code are taken out: what looks like a link in there is none.
fn without_code(line: &str) -> String {
    let (mut done, mut rest) = (String::new(), line);
    while let Some(at) = rest.find('`') {
        let (before, from) = rest.split_at(at);
        done.push_str(before);
        let run = from.chars().take_while(|letter| *letter == '`').count();
        let mut runs = from[run..].match_indices(&from[..run]).map(|(end, _)| run + end);
        let is_whole = |end: &usize| !from[..*end].ends_with('`') && !from[end + run..].starts_with('`');
        let end = runs.find(is_whole);
        // A backtick behind a backslash is none, and one without an end is text.
        rest = match end.filter(|_| !done.ends_with('\\')) {
            Some(end) => &from[end + run..],
            None => &from[run..],
        };
    }
    done + rest
}

fn dangling(pages: &[Page]) -> Vec<String> {
    let known: BTreeMap<&str, BTreeSet<String>> =
        pages.iter().map(|page| (page.file.as_str(), anchors(page))).collect();
    let mut lost = Vec::new();
    let mut links = 0;
    for page in pages {
        for line in prose(page) {
            let line = without_code(line);
            for target in line.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
                links += 1;
                let (file, anchor) =
                    target.split_once('#').map_or((target, None), |(file, anchor)| (file, Some(anchor)));
                let file = if file.is_empty() { page.file.as_str() } else { file };
                let there = known
                    .get(file)
                    .is_some_and(|anchors| anchor.is_none_or(|anchor| anchors.contains(anchor)));
                if !there {
                    lost.push(format!("{}: {target}", page.file));
                }
            }
        }
    }
    assert!(links > 20, "links are found at all: {links}");
    lost
}

#[test]
fn no_link_dangles() {
    let small = contract("tests/docs/small.json");
    for language in [Language::English, Language::Chinese] {
        assert_eq!(dangling(&written(&small, Client::default(), language)), [""; 0]);
        for (contract, client) in real() {
            assert_eq!(dangling(&written(&contract, client, language)), [""; 0]);
        }
    }
}

#[test]
fn every_operation_has_one_section_and_one_line_of_the_directory() {
    let mut later = contract("opencode-api.json");
    later["paths"]["/brand/new"] =
        json!({"get": {"operationId": "brand.new", "responses": {}}, "post": {"responses": {}}});
    let contracts = real().into_iter().map(|(contract, _)| contract).chain([later]);
    for contract in contracts {
        let pages = written(&contract, Client::default(), Language::English);
        let operations = operations(&contract);
        for operation in &operations {
            let address = format!("`{}`", operation.address());
            let own = |page: &&Page| prose(page).any(|line| line == address);
            let sections: usize =
                pages.iter().map(|page| prose(page).filter(|line| *line == address).count()).sum();
            assert_eq!(sections, 1, "{address}");
            let page = pages.iter().find(own).expect("counted above");
            assert_ne!(page.file, "21-realtime.md");
            if operation.path == "/brand/new" {
                assert_eq!(page.file, "22-brand.md");
            }
        }
        let lines =
            prose(&pages[0]).filter(|line| line.starts_with("| [") && line.contains(".md) | [`")).count();
        assert_eq!(lines, operations.len());
    }
}

#[test]
fn a_small_document_gives_these_pages() {
    let small = contract("tests/docs/small.json");
    let mut found = Vec::new();
    for language in [Language::English, Language::Chinese] {
        let wanted: &[&str] = match language {
            Language::English => &["07-sessions.md", "21-realtime.md", "22-odd.md", "schemas.md"],
            Language::Chinese => &["07-sessions.md"],
        };
        for page in written(&small, Client::default(), language) {
            if wanted.contains(&page.file.as_str()) {
                let name =
                    if language == Language::Chinese { format!("zh-{}", page.file) } else { page.file };
                found.push((name, page.text));
            }
        }
    }
    let errata = Errata::default();
    let position = Position { line: 9, column: 16 };
    let shown = Shown {
        contract: &small,
        source: "small.json",
        position,
        state: Some(State::NotBuilt),
        errata: &errata,
    };
    for (name, id) in [("show.txt", "session.update"), ("show-events.txt", "global.event")] {
        let operation = find(&small, id).expect("it is there");
        found.push((name.to_owned(), show(&shown, &operation)));
    }
    assert_eq!(found.len(), 7);
    for (name, text) in found {
        let path = data("tests/docs").join(&name);
        // `DOCS=write cargo test …` writes them anew.
        if std::env::var_os("DOCS").is_some_and(|wish| wish == "write") {
            std::fs::write(&path, &text).expect("written");
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        let line = expected.lines().zip(text.lines()).take_while(|(one, other)| one == other).count();
        assert!(expected == text, "{name}:{}: now\n{}", line + 1, text.lines().nth(line).unwrap_or_default());
    }
}

#[test]
fn whatever_stands_anywhere_pages_come_out() {
    fn places(value: &Value, here: &str, found: &mut Vec<String>) {
        found.push(here.to_owned());
        let escaped = |name: &str| name.replace('~', "~0").replace('/', "~1");
        match value {
            Value::Object(members) => members
                .iter()
                .for_each(|(name, member)| places(member, &format!("{here}/{}", escaped(name)), found)),
            Value::Array(items) => items
                .iter()
                .enumerate()
                .for_each(|(index, item)| places(item, &format!("{here}/{index}"), found)),
            _ => {}
        }
    }
    let small = contract("tests/docs/small.json");
    let mut all = Vec::new();
    places(&small, "", &mut all);
    assert!(all.len() > 200);
    let odd = [
        json!(null),
        json!(-7.5),
        json!("``|](#x)\n# <"),
        json!([]),
        json!({}),
        json!([[{}]]),
        json!({"$ref": "#/components/schemas"}),
        json!({"$ref": "#"}),
    ];
    let errata = Errata::default();
    for (index, place) in all.iter().enumerate() {
        // Each oddity comes to many places, not to each: that would take a minute.
        for odd in odd.iter().cycle().skip(index).take(1) {
            let mut broken = small.clone();
            if let Some(value) = broken.pointer_mut(place) {
                *value = odd.clone();
            }
            let pages = written(&broken, Client::default(), Language::English);
            assert!(pages.len() >= 23, "{place}");
            for operation in operations(&broken) {
                let position = Position { line: 1, column: 1 };
                let shown = Shown { contract: &broken, source: "", position, state: None, errata: &errata };
                assert!(show(&shown, &operation).contains("stands at"), "{place}");
            }
        }
    }
}

#[test]
fn what_the_examples_send_is_what_the_contract_accepts() {
    for (contract, _) in real() {
        let types = phrase::Types::new(&contract);
        let mut bodies = 0;
        for operation in operations(&contract) {
            let Some((_, body)) = operation.body() else { continue };
            for schema in contents(body).filter_map(|(_, schema)| schema) {
                let whole = json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [schema], "components": contract["components"]});
                let validator =
                    jsonschema::validator_for(&whole).expect("the contract's schemas are in order");
                let value = sample::sample(&types, schema, "");
                let errors: Vec<String> =
                    validator.iter_errors(&value).map(|error| error.to_string()).collect();
                assert_eq!(errors, [""; 0], "{}: {value}", operation.address());
                bodies += 1;
            }
        }
        assert!(bodies > 30, "{bodies}");
    }
}

#[test]
fn twice_gives_the_same_and_states_are_told() {
    let small = contract("tests/docs/small.json");
    let pages = written(&small, Client::default(), Language::English);
    assert_eq!(pages, written(&small, Client::default(), Language::English));
    let directory: Vec<&str> = prose(&pages[0]).filter(|line| line.contains("server ✓")).collect();
    assert_eq!(
        directory,
        [
            "| [Events](19-events.md) | [`GET /event`](19-events.md#eventsubscribe) | Subscribe to events | client –, server ✓ |"
        ]
    );
    assert!(pages[0].text.contains("| client –, server 501 |"));
    let [(own, client), _] = real();
    let pages = written(&own, client, Language::English);
    let without = prose(&pages[0]).filter(|line| line.contains("client –")).count();
    let errata = std::fs::read_to_string(data("errata.toml")).expect("it is checked in");
    let sockets = Errata::parse(&errata).expect("a good file").websockets(&own);
    assert_eq!(without, sockets.len(), "all but the WebSockets");
}
