//! Which files and variables make up a configuration, in which order. What is in them is not looked at here.
//!
//! Later wins: global files, `OPENCODE_CONFIG`, project files from the top level down, configuration directories,
//! `OPENCODE_CONFIG_CONTENT`, managed files. Start from [`Sources`].

use std::io;
use std::path::{Path, PathBuf};

use super::read;
use crate::paths::Environment;

/// What decides about the sources.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    pub environment: &'a Environment,
    /// Absolute.
    pub directory: &'a Path,
    /// The folder where the search upwards ends: the top level of the repository as seen from `directory`. `None`
    /// outside of one: up to the root.
    pub top: Option<&'a Path>,
}

/// One source.
#[derive(Debug, PartialEq)]
pub(super) enum Source {
    Text(Text),
    /// A configuration directory, for the markdown files below it.
    Markdown(PathBuf),
}

/// One text in the form of `opencode.json`.
#[derive(Debug, PartialEq)]
pub(super) enum Text {
    File(PathBuf),
    /// The value of a variable; `folder` is where its relative references start.
    Variable {
        name: &'static str,
        value: String,
        folder: PathBuf,
    },
}

impl Sources<'_> {
    pub(super) fn in_order(&self) -> Vec<Source> {
        let environment = self.environment;
        let mut sources = global(environment);
        sources.extend(environment.var("OPENCODE_CONFIG").map(|path| {
            let path = environment.expand_home(path);
            file(environment.absolute(&path))
        }));
        let without_project = environment.switch("OPENCODE_DISABLE_PROJECT_CONFIG");
        let project = if without_project { Vec::new() } else { self.outermost_first() };
        for folder in &project {
            sources.extend(both(folder));
        }
        sources.push(Source::Markdown(environment.config.clone()));
        for directory in self.directories(&project) {
            sources.extend(both(&directory));
            sources.push(Source::Markdown(directory));
        }
        sources.extend(environment.var("OPENCODE_CONFIG_CONTENT").map(|value| {
            Source::Text(Text::Variable {
                name: "OPENCODE_CONFIG_CONTENT",
                value: value.to_owned(),
                folder: self.directory.to_owned(),
            })
        }));
        sources.extend(both(&environment.managed));
        sources
    }

    /// The `.opencode` of each folder, that of the home, and the one a variable names; each once, at its last place.
    fn directories(&self, project: &[PathBuf]) -> Vec<PathBuf> {
        let environment = self.environment;
        let mut directories: Vec<PathBuf> = project.iter().map(|folder| folder.join(".opencode")).collect();
        let named = environment.var("OPENCODE_CONFIG_DIR");
        let named = named.map(|path| environment.absolute(&environment.expand_home(path)));
        for last in [environment.home.join(".opencode")].into_iter().chain(named) {
            directories.retain(|directory| *directory != last);
            directories.push(last);
        }
        directories
    }

    /// The folders from the top level down to the directory.
    pub(super) fn outermost_first(&self) -> Vec<PathBuf> {
        let mut folders = Vec::new();
        for folder in self.directory.ancestors() {
            folders.push(folder.to_owned());
            if Some(folder) == self.top {
                break;
            }
        }
        folders.reverse();
        folders
    }
}

/// The files of the global directory, where `.jsonc` wins.
pub(super) fn global(environment: &Environment) -> Vec<Source> {
    let names = ["config.json", "opencode.json", "opencode.jsonc"];
    names.iter().map(|name| file(environment.config.join(name))).collect()
}

/// The files of every other directory, where `.json` wins.
fn both(folder: &Path) -> [Source; 2] {
    [file(folder.join("opencode.jsonc")), file(folder.join("opencode.json"))]
}

fn file(path: PathBuf) -> Source {
    Source::Text(Text::File(path))
}

impl Text {
    /// The path of the file, or the name of the variable.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Variable { name, .. } => (*name).to_owned(),
        }
    }

    pub fn file(&self) -> Option<PathBuf> {
        match self {
            Self::File(path) => Some(path.clone()),
            Self::Variable { .. } => None,
        }
    }

    /// Where relative references start.
    pub fn folder(&self) -> &Path {
        match self {
            Self::File(path) => path.parent().unwrap_or(path),
            Self::Variable { folder, .. } => folder,
        }
    }

    /// `None` if there is no such file.
    pub fn read(&self) -> io::Result<Option<String>> {
        match self {
            Self::File(path) => read::text(path),
            Self::Variable { value, .. } => Ok(Some(value.clone())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(directory: &str, top: Option<&str>, vars: &[(&str, &str)]) -> Vec<String> {
        let vars = vars.iter().map(|(name, value)| (name.to_string(), value.to_string()));
        let environment = Environment::new("/home/ada", "/start", vars);
        let sources =
            Sources { environment: &environment, directory: Path::new(directory), top: top.map(Path::new) };
        let shown = sources.in_order().into_iter().map(|source| match source {
            Source::Text(text) => text.name(),
            Source::Markdown(directory) => format!("{}/**/*.md", directory.display()),
        });
        shown.collect()
    }

    #[test]
    fn the_whole_order() {
        let vars = [
            ("OPENCODE_CONFIG", "own.json"),
            ("OPENCODE_CONFIG_DIR", "~/extra"),
            ("OPENCODE_CONFIG_CONTENT", "{}"),
        ];
        assert_eq!(
            names("/p/sub", Some("/p"), &vars),
            [
                "/home/ada/.config/opencode/config.json",
                "/home/ada/.config/opencode/opencode.json",
                "/home/ada/.config/opencode/opencode.jsonc",
                "/start/own.json",
                "/p/opencode.jsonc",
                "/p/opencode.json",
                "/p/sub/opencode.jsonc",
                "/p/sub/opencode.json",
                "/home/ada/.config/opencode/**/*.md",
                "/p/.opencode/opencode.jsonc",
                "/p/.opencode/opencode.json",
                "/p/.opencode/**/*.md",
                "/p/sub/.opencode/opencode.jsonc",
                "/p/sub/.opencode/opencode.json",
                "/p/sub/.opencode/**/*.md",
                "/home/ada/.opencode/opencode.jsonc",
                "/home/ada/.opencode/opencode.json",
                "/home/ada/.opencode/**/*.md",
                "/home/ada/extra/opencode.jsonc",
                "/home/ada/extra/opencode.json",
                "/home/ada/extra/**/*.md",
                "OPENCODE_CONFIG_CONTENT",
                "/etc/opencode/opencode.jsonc",
                "/etc/opencode/opencode.json",
            ]
        );
    }

    #[test]
    fn outside_a_repository_up_to_the_root() {
        let all = names("/a/b", None, &[]);
        for file in ["/opencode.json", "/a/opencode.json", "/a/b/opencode.json"] {
            assert!(all.contains(&file.to_owned()), "{file} in {all:?}");
        }
    }

    #[test]
    fn below_the_home_its_directory_counts_once_and_last() {
        let all = names("/home/ada/p", None, &[]);
        let home: Vec<usize> =
            (0..all.len()).filter(|index| all[*index] == "/home/ada/.opencode/opencode.json").collect();
        let inner = all.iter().position(|name| name == "/home/ada/p/.opencode/opencode.json");
        assert_eq!(home.len(), 1);
        assert!(Some(home[0]) > inner);
    }

    #[test]
    fn project_files_can_be_switched_off() {
        let all = names("/p", Some("/p"), &[("OPENCODE_DISABLE_PROJECT_CONFIG", "1")]);
        assert!(all.iter().all(|name| !name.starts_with("/p/")), "{all:?}");
    }
}
