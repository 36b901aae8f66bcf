//! `contract docs`: the contract as Markdown pages.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::{Failure, line, unambiguous, unwritten};
use crate::diagnostic::Diagnostic;
use crate::docs::{self, Client, DIRECTORY, Input, Language, Page};
use crate::document::Document;
use crate::errata::Errata;
use crate::gate::{CONTRACT, ERRATA, OPERATIONS};
use crate::generate::{CLIENT, GENERATED_BY, GeneratedFile, parse_states};
use crate::source;
use crate::workspace::{Change, Stale, Workspace};

/// How the first line of a page ends that is not one of the repository's own contract.
const BY: &str = "by `contract docs`. Do not edit.";

#[derive(Debug, Args)]
pub(super) struct Docs {
    /// The contract [default: the one of this repository]
    #[arg(value_name = "URL|FILE")]
    from: Option<String>,
    /// The directory of the pages [default: docs/api of this repository]
    #[arg(long, value_name = "DIRECTORY")]
    out: Option<PathBuf>,
    /// Write nothing; exit with 1 if a page is not what the contract gives
    #[arg(long)]
    check: bool,
    /// The language of headings, table heads and common rules
    #[arg(long, value_enum, default_value_t = Lang::En)]
    lang: Lang,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Lang {
    En,
    Zh,
}

impl Docs {
    pub(super) fn run(
        &self,
        workspace: impl FnOnce() -> Result<Workspace, Failure>,
        text: &mut String,
    ) -> Result<(), Failure> {
        let needed = self.from.is_none() || self.out.is_none();
        let workspace = match workspace() {
            Err(failure) if needed => return Err(failure),
            found => found.ok(),
        };
        let pages = self.pages(workspace.as_ref())?;
        let (place, name) = self.place(workspace.as_ref())?;
        let told = |file: &str| {
            if self.out.is_some() { place.path(file).display().to_string() } else { file.to_owned() }
        };
        let files: Vec<GeneratedFile> = pages
            .into_iter()
            .map(|page| GeneratedFile { path: format!("{name}/{}", page.file), text: page.text })
            .collect();
        let left_over = left_over(&place, &name, &files);
        if self.check {
            return check(&place, &files, &left_over, told, text);
        }
        let changes = changes(&place, &files, left_over);
        place.apply(&changes).map_err(unwritten)?;
        for change in &changes {
            let verb = if change.bytes.is_some() { "written" } else { "removed" };
            line(text, format_args!("{verb}  {}", told(&change.path)));
        }
        line(text, format_args!("{} pages in {}", files.len(), told(&name)));
        Ok(())
    }

    fn pages(&self, workspace: Option<&Workspace>) -> Result<Vec<Page>, Failure> {
        let read = |name: &str| {
            let text = workspace.map_or(Ok(String::new()), |workspace| workspace.text(name));
            text.map_err(|error| Failure::Unreadable(format!("{name}: cannot be read: {error}")))
        };
        let own = |workspace: &Workspace| Document::read(&workspace.path(CONTRACT), CONTRACT);
        let contract = match (&self.from, workspace) {
            (Some(from), _) => source::read(from)?,
            (None, Some(workspace)) => own(workspace)?,
            (None, None) => return Err(Failure::Unreadable(format!("no {CONTRACT}: name a contract"))),
        };
        let contract = unambiguous(contract)?;
        // What is known of the real server is known of one release; the same contract under another name is it too.
        let is_own = self.from.is_none()
            || workspace
                .and_then(|workspace| own(workspace).ok())
                .is_some_and(|own| own.text() == contract.text());
        let errata = if is_own {
            Errata::parse(&read(ERRATA)?)
                .map_err(|error| Failure::Unreadable(format!("{ERRATA}: {error}")))?
        } else {
            Errata::default()
        };
        let origin = if is_own {
            GENERATED_BY.to_owned()
        } else {
            format!("Generated from {} {BY}", contract.source())
        };
        let language = match self.lang {
            Lang::En => Language::English,
            Lang::Zh => Language::Chinese,
        };
        Ok(docs::pages(&Input {
            contract: contract.value(),
            origin: &origin,
            states: parse_states(&read(OPERATIONS)?),
            client: Client::read(&read(CLIENT)?),
            errata: &errata,
            language,
        }))
    }

    /// The directory around that of the pages, and its name in there.
    fn place(&self, workspace: Option<&Workspace>) -> Result<(Workspace, String), Failure> {
        let Some(out) = &self.out else {
            return workspace
                .map(|workspace| (workspace.clone(), DIRECTORY.to_owned()))
                .ok_or_else(|| Failure::Unreadable("say where the pages go: --out DIRECTORY".to_owned()));
        };
        let refused =
            |why: &str| Failure::Unreadable(Diagnostic::about(out.display().to_string(), why).to_string());
        if fs::metadata(out).is_ok_and(|found| !found.is_dir()) {
            return Err(refused("not a directory"));
        }
        // `..` and `.` have no name; what they mean has.
        let whole = fs::canonicalize(out).unwrap_or_else(|_| out.clone());
        let Some(name) = whole.file_name().and_then(|name| name.to_str()) else {
            return Err(refused("no directory that can be written"));
        };
        let around = whole.parent().filter(|around| *around != Path::new("")).unwrap_or(Path::new("."));
        Ok((Workspace::at(around), name.to_owned()))
    }
}

/// Pages of a former run that this contract has no operations for.
fn left_over(place: &Workspace, name: &str, files: &[GeneratedFile]) -> Vec<String> {
    let entries = fs::read_dir(place.path(name)).into_iter().flatten().flatten();
    let mut found: Vec<String> = entries
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|file| file.ends_with(".md"))
        .map(|file| format!("{name}/{file}"))
        .filter(|path| !files.iter().any(|file| file.path == *path))
        .filter(|path| {
            let text = fs::read_to_string(place.path(path)).unwrap_or_default();
            let first = text.lines().next().unwrap_or_default();
            first.starts_with("<!-- Generated from ") && (first.contains(BY) || first.contains(GENERATED_BY))
        })
        .collect();
    found.sort();
    found
}

fn changes(place: &Workspace, files: &[GeneratedFile], left_over: Vec<String>) -> Vec<Change> {
    let is_stale = |file: &&GeneratedFile| {
        !fs::read(place.path(&file.path)).is_ok_and(|present| present == file.text.as_bytes())
    };
    let written = files
        .iter()
        .filter(is_stale)
        .map(|file| Change { path: file.path.clone(), bytes: Some(file.text.clone().into()) });
    written.chain(left_over.into_iter().map(|path| Change { path, bytes: None })).collect()
}

fn check(
    place: &Workspace,
    files: &[GeneratedFile],
    left_over: &[String],
    told: impl Fn(&str) -> String,
    text: &mut String,
) -> Result<(), Failure> {
    let mut message = String::new();
    for stale in place.stale(files) {
        match stale {
            Stale::Missing(path) => line(&mut message, format_args!("{}: this page is missing", told(&path))),
            Stale::Differs(path, at) => {
                line(&mut message, format_args!("{}:{at}: not what the contract gives", told(&path)))
            }
            // Told below.
            Stale::LeftOver(_) => {}
        }
    }
    for path in left_over {
        line(&mut message, format_args!("{}: the contract has nothing for this page any more", told(path)));
    }
    if message.is_empty() {
        line(text, format_args!("{} pages, all current", files.len()));
        return Ok(());
    }
    message.push_str("to repair: the same command without --check");
    Err(Failure::Findings(message))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/small.json");

    fn run(
        from: Option<&str>,
        out: &Path,
        check: bool,
        workspace: Option<Workspace>,
    ) -> Result<String, (u8, String)> {
        let docs = Docs { from: from.map(str::to_owned), out: Some(out.to_owned()), check, lang: Lang::Zh };
        let mut text = String::new();
        let none = || Failure::Unreadable("no workspace".to_owned());
        match docs.run(|| workspace.ok_or_else(none), &mut text) {
            Ok(()) => Ok(text),
            Err(Failure::Findings(message) | Failure::Interrupted(_, message)) => Err((1, message)),
            Err(Failure::Unreadable(message)) => Err((2, message)),
        }
    }

    #[test]
    fn pages_are_written_checked_and_taken_away() {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let out = directory.path().join("a/pages");
        let written = run(Some(SMALL), &out, false, None).expect("written");
        assert!(written.contains("22-odd.md") && written.contains("24 pages in "), "{written}");
        assert!(fs::read_to_string(out.join("07-sessions.md")).expect("a page").contains("# 会话"));
        assert_eq!(run(Some(SMALL), &out, true, None).as_deref(), Ok("24 pages, all current\n"));

        let by_hand = out.join("notes.md");
        fs::write(&by_hand, "# By hand").expect("written");
        fs::write(out.join("23-gone.md"), format!("<!-- Generated from x {BY} -->")).expect("written");
        fs::write(out.join("02-project.md"), "edited").expect("written");
        fs::remove_file(out.join("schemas.md")).expect("removed");
        let (code, stale) = run(Some(SMALL), &out, true, None).expect_err("stale");
        let told = |page: &str| stale.lines().any(|line| line.contains(page));
        assert!(
            code == 1 && told("02-project.md:1: ") && told("schemas.md: ") && told("23-gone.md: "),
            "{stale}"
        );
        assert!(!told("notes.md"), "{stale}");
        let repaired = run(Some(SMALL), &out, false, None).expect("repaired");
        assert_eq!(repaired.lines().count(), 4, "{repaired}");
        assert!(by_hand.exists() && !out.join("23-gone.md").exists());
    }

    #[test]
    fn what_cannot_be_read_or_written_is_told_and_nothing_is_written() {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let file = directory.path().join("file");
        fs::write(&file, "").expect("written");
        let (code, message) = run(Some(SMALL), &file, false, None).expect_err("a file");
        assert!(code == 2 && message.ends_with("file: not a directory"), "{message}");
        let (code, message) = run(Some(SMALL), &file.join("below"), false, None).expect_err("below a file");
        assert!(code == 2 && message.starts_with("nothing was written: "), "{message}");
        let out = directory.path().join("out");
        let (code, message) = run(Some("nowhere.json"), &out, false, None).expect_err("no contract");
        assert!(code == 2 && message.starts_with("nowhere.json: cannot be read"), "{message}");
        assert_eq!(run(None, &out, false, None), Err((2, "no workspace".to_owned())));
        assert!(!out.exists());

        // A directory that is not empty stands where a page belongs, and where it would be moved.
        fs::create_dir_all(out.join("schemas.md/full")).expect("a directory");
        fs::create_dir_all(out.join("schemas.md.last~/full")).expect("a directory");
        let (code, message) = run(Some(SMALL), &out, false, None).expect_err("blocked");
        assert!(code == 2 && message.starts_with("nothing was written: out/schemas.md"), "{message}");
        assert_eq!(fs::read_dir(&out).expect("it stands").count(), 2);
    }

    #[test]
    fn the_repository_s_own_pages_are_those_of_regenerate() {
        let workspace = Workspace::around(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the repository");
        let docs = Docs { from: None, out: None, check: true, lang: Lang::En };
        let mut text = String::new();
        match docs.run(|| Ok(workspace), &mut text) {
            Ok(()) => assert_eq!(text, "23 pages, all current\n"),
            Err(
                Failure::Findings(message) | Failure::Unreadable(message) | Failure::Interrupted(_, message),
            ) => panic!("{message}"),
        }
    }
}
