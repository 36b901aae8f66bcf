//! The files with standing instructions: the project's, the person's, and those the configuration names.
//!
//! Their text goes into the system prompt (`system`); what it says is none of our business. Start from [`load`].

use std::path::{Path, PathBuf};
use std::time::Duration;

use futures::StreamExt as _;
use slog::{Logger, warn};

/// Bytes of one file at most; a larger one is left out, with a line in the log.
const BYTES: usize = 256 * 1024;
/// How long one address of the configuration may take.
const FETCH: Duration = Duration::from_secs(5);
/// Names of the project's file, the first that is found anywhere is the one that counts.
const PROJECT: [&str; 3] = ["AGENTS.md", "CLAUDE.md", "CONTEXT.md"];

/// Where to look.
#[derive(Clone, Debug)]
pub struct Places {
    /// The instance's directory; the search for the project's file starts there,
    pub directory: PathBuf,
    /// and ends there.
    pub worktree: PathBuf,
    pub home: PathBuf,
    /// The directory of the global configuration.
    pub config: PathBuf,
    /// `instructions` of the configuration: paths, patterns and addresses.
    pub named: Vec<String>,
}

/// The text of each file, preceded by a line that says where it is from; in the order project, person, configuration.
///
/// What can't be read is left out: a missing file is the usual case, anything else is logged.
pub async fn load(places: &Places, log: &Logger) -> Vec<String> {
    let (addresses, patterns): (Vec<String>, Vec<String>) = places
        .named
        .iter()
        .cloned()
        .partition(|name| name.starts_with("http://") || name.starts_with("https://"));
    let (searched, logger) = (places.clone(), log.clone());
    let files = tokio::task::spawn_blocking(move || {
        let mut paths = Vec::new();
        for path in project(&searched).into_iter().chain(personal(&searched)) {
            push_new(&mut paths, path);
        }
        for pattern in patterns {
            named(&searched, &pattern).into_iter().for_each(|path| push_new(&mut paths, path));
        }
        paths.iter().filter_map(|path| text(path, &logger)).collect::<Vec<String>>()
    });
    let fetched = futures::future::join_all(addresses.iter().map(|address| fetch(address, log)));
    let (files, fetched) = futures::future::join(files, fetched).await;
    // The only failure of a blocking task without a panic is the end of the runtime.
    files.unwrap_or_default().into_iter().chain(fetched.into_iter().flatten()).collect()
}

fn push_new(paths: &mut Vec<PathBuf>, path: PathBuf) {
    if !paths.contains(&path) {
        paths.push(path);
    }
}

fn section(from: &str, text: &str) -> String {
    format!("Instructions from: {from}\n{text}")
}

fn text(path: &Path, log: &Logger) -> Option<String> {
    let problem = match std::fs::metadata(path) {
        Ok(found) if !found.is_file() => return None,
        Ok(found) if found.len() > BYTES as u64 => "the file is too large".to_owned(),
        Ok(_) => match std::fs::read(path) {
            Ok(bytes) => return Some(section(&path.display().to_string(), &String::from_utf8_lossy(&bytes))),
            Err(error) => error.to_string(),
        },
        Err(_) => return None,
    };
    warn!(log, "instructions left out"; "path" => %path.display(), "reason" => problem);
    None
}

/// The directory and the directories above it, up to and including the worktree. Outside git (`/`) only the directory
/// itself: everything above it would reach to the root of the machine.
fn upwards(places: &Places) -> Vec<&Path> {
    let inside = places.worktree != Path::new("/") && places.directory.starts_with(&places.worktree);
    let all = places.directory.ancestors();
    all.take_while(|dir| *dir == places.directory || (inside && dir.starts_with(&places.worktree))).collect()
}

fn project(places: &Places) -> Vec<PathBuf> {
    let found = |name: &&str| -> Vec<PathBuf> {
        upwards(places).iter().map(|dir| dir.join(name)).filter(|path| path.is_file()).collect()
    };
    PROJECT.iter().map(found).find(|found| !found.is_empty()).unwrap_or_default()
}

fn personal(places: &Places) -> Option<PathBuf> {
    let candidates = [places.config.join("AGENTS.md"), places.home.join(".claude/CLAUDE.md")];
    candidates.into_iter().find(|path| path.is_file())
}

/// The files a path or pattern of the configuration names: below the home directory (`~/`), absolute, or below the
/// directory and those above it.
fn named(places: &Places, pattern: &str) -> Vec<PathBuf> {
    if let Some(below) = pattern.strip_prefix("~/") {
        return expand(&places.home, below);
    }
    match pattern.strip_prefix('/') {
        Some(absolute) => expand(Path::new("/"), absolute),
        None => upwards(places).iter().flat_map(|dir| expand(dir, pattern)).collect(),
    }
}

/// The files below `base` whose path matches `pattern`: `*` and `?` within a name, `**` over any number of folders.
fn expand(base: &Path, pattern: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let names: Vec<&str> = pattern.split('/').filter(|name| !name.is_empty() && *name != ".").collect();
    descend(base, &names, &mut found);
    found
}

fn descend(dir: &Path, names: &[&str], found: &mut Vec<PathBuf>) {
    let Some((name, rest)) = names.split_first() else {
        if dir.is_file() && !found.iter().any(|known| known == dir) {
            found.push(dir.to_path_buf());
        }
        return;
    };
    if *name == "**" {
        descend(dir, rest, found);
        for (name, path) in entries(dir) {
            // A link could lead back up, so only real folders are entered.
            if !name.starts_with('.') && path.symlink_metadata().is_ok_and(|kind| kind.is_dir()) {
                descend(&path, names, found);
            }
        }
    } else if name.contains(['*', '?']) {
        for (entry, path) in entries(dir) {
            if matches(name.as_bytes(), entry.as_bytes()) {
                descend(&path, rest, found);
            }
        }
    } else {
        descend(&dir.join(name), rest, found);
    }
}

/// The entries of a directory by name, so that the order is the same on every machine.
fn entries(dir: &Path) -> Vec<(String, PathBuf)> {
    let listed = std::fs::read_dir(dir).into_iter().flatten().flatten();
    let mut entries: Vec<_> =
        listed.map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path())).collect();
    entries.sort();
    entries
}

/// Whether `name` matches a pattern of `*` and `?`.
fn matches(pattern: &[u8], name: &[u8]) -> bool {
    match (pattern.split_first(), name.split_first()) {
        (None, None) => true,
        (Some((b'*', rest)), _) => (0..=name.len()).any(|skipped| matches(rest, &name[skipped..])),
        (Some((b'?', pattern)), Some((_, name))) => matches(pattern, name),
        (Some((want, pattern)), Some((have, name))) => want == have && matches(pattern, name),
        _ => false,
    }
}

async fn fetch(address: &str, log: &Logger) -> Option<String> {
    match tokio::time::timeout(FETCH, download(address)).await {
        Ok(Ok(text)) => return Some(section(address, &text)),
        Ok(Err(error)) => warn!(log, "instructions left out"; "address" => address, "reason" => %error),
        Err(_) => warn!(log, "instructions left out"; "address" => address, "reason" => "no answer in time"),
    }
    None
}

async fn download(address: &str) -> Result<String, reqwest::Error> {
    let mut stream = reqwest::get(address).await?.error_for_status()?.bytes_stream();
    let mut bytes = Vec::new();
    while let Some(chunk) = stream.next().await {
        bytes.extend_from_slice(&chunk?);
        if bytes.len() > BYTES {
            bytes.truncate(BYTES);
            break;
        }
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use slog::{Discard, o};

    struct Machine {
        root: tempfile::TempDir,
    }

    impl Machine {
        fn new(files: &[&str]) -> Machine {
            let machine = Machine { root: tempfile::tempdir().expect("a temporary directory") };
            for file in files {
                let path = machine.root.path().join(file);
                std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
                std::fs::write(path, format!("text of {file}")).expect("file");
            }
            std::fs::create_dir_all(machine.root.path().join("project/sub")).expect("folders");
            machine
        }

        async fn load(&self, named: &[&str]) -> Vec<String> {
            let at = |name: &str| self.root.path().join(name);
            let places = Places {
                directory: at("project/sub"),
                worktree: at("project"),
                home: at("home"),
                config: at("home/.config/opencode"),
                named: named.iter().map(|name| name.replace("ROOT", &at("").display().to_string())).collect(),
            };
            let loaded = load(&places, &Logger::root(Discard, o!())).await;
            let root = format!("{}/", self.root.path().display());
            loaded.iter().map(|text| text.replace(&root, "")).collect()
        }
    }

    fn section_of(file: &str) -> String {
        format!("Instructions from: {file}\ntext of {file}")
    }

    #[tokio::test]
    async fn the_project_comes_first_then_the_person_then_what_is_named() {
        let machine = Machine::new(&[
            "AGENTS.md",
            "project/AGENTS.md",
            "project/CLAUDE.md",
            "project/sub/AGENTS.md",
            "home/.config/opencode/AGENTS.md",
            "home/.claude/CLAUDE.md",
            "project/docs/style.md",
        ]);
        let expected = [
            "project/sub/AGENTS.md",
            "project/AGENTS.md",
            "home/.config/opencode/AGENTS.md",
            "project/docs/style.md",
        ];
        assert_eq!(machine.load(&["docs/style.md", "AGENTS.md"]).await, expected.map(section_of));
    }

    #[tokio::test]
    async fn other_names_stand_in_where_the_first_is_missing() {
        let machine = Machine::new(&["project/CLAUDE.md", "project/CONTEXT.md", "home/.claude/CLAUDE.md"]);
        assert_eq!(machine.load(&[]).await, ["project/CLAUDE.md", "home/.claude/CLAUDE.md"].map(section_of));
    }

    #[tokio::test]
    async fn patterns_reach_the_home_absolute_paths_and_folders() {
        let machine = Machine::new(&[
            "home/a/one.md",
            "home/a/two.txt",
            "project/rules/x/y.md",
            "project/rules/z.md",
            "abs.md",
        ]);
        let named = ["~/a/*.md", "rules/**/*.md", "ROOT/a?s.md", "missing.md"];
        let expected = ["home/a/one.md", "project/rules/z.md", "project/rules/x/y.md", "abs.md"];
        assert_eq!(machine.load(&named).await, expected.map(section_of));
    }

    #[tokio::test]
    async fn what_cannot_be_read_is_left_out() {
        let machine = Machine::new(&["project/AGENTS.md"]);
        std::fs::write(machine.root.path().join("project/huge.md"), "x".repeat(BYTES + 1)).expect("file");
        let loaded = machine.load(&["huge.md", "sub", "http://127.0.0.1:9/none"]).await;
        assert_eq!(loaded, [section_of("project/AGENTS.md")]);
    }

    #[test]
    fn outside_git_only_the_directory_is_searched() {
        let places = Places {
            directory: "/home/me/notes".into(),
            worktree: "/".into(),
            home: "/home/me".into(),
            config: "/home/me/.config/opencode".into(),
            named: Vec::new(),
        };
        assert_eq!(upwards(&places), [Path::new("/home/me/notes")]);
    }

    #[test]
    fn patterns_match_whole_names() {
        assert!(matches(b"*.md", b"a.md") && matches(b"a?c*", b"abc") && matches(b"*", b""));
        assert!(!matches(b"*.md", b"a.mdx") && !matches(b"a", b"ab") && !matches(b"?", b""));
    }
}
