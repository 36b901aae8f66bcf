//! Skills: folders with a `SKILL.md` that says what they are for. Here they are only found; an agent may read their
//! folders, and a tool shows them to the model.
//!
//! Searched, in order: `.claude/skills` and `.agents/skills` of the home and of the folders from the top level down to the
//! directory, `skill/` and `skills/` of each configuration directory, the folders named by `skills.paths`.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::sources::Sources;
use super::{folders, front_matter, read};

const FILE: &str = "SKILL.md";

/// A skill that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Skill {
    /// Unique among the skills of an instance: the last one of a name counts.
    pub name: String,
    pub description: String,
    /// Its `SKILL.md`.
    pub location: PathBuf,
}

impl Skill {
    /// The folder with everything that belongs to the skill.
    pub fn folder(&self) -> &Path {
        self.location.parent().unwrap_or(&self.location)
    }
}

/// All skills for a directory, in the order of the places searched. A file without name or description, or one that
/// cannot be read, is no skill: such folders are shared between programs that disagree on their form.
pub(super) fn find(sources: &Sources<'_>, directories: &[PathBuf], config: &Value) -> Vec<Skill> {
    let mut skills: Vec<Skill> = Vec::new();
    for place in places(sources, directories, config) {
        for location in folders::files(&place, FILE) {
            let Some(skill) = skill(location) else { continue };
            match skills.iter_mut().find(|known| known.name == skill.name) {
                Some(known) => *known = skill,
                None => skills.push(skill),
            }
        }
    }
    skills
}

fn places(sources: &Sources<'_>, directories: &[PathBuf], config: &Value) -> Vec<PathBuf> {
    let environment = sources.environment;
    let mut folders = vec![environment.home.clone()];
    folders.extend(sources.outermost_first().into_iter().filter(|folder| *folder != environment.home));
    let shared =
        folders.iter().flat_map(|folder| [".claude/skills", ".agents/skills"].map(|name| folder.join(name)));
    let own = directories.iter().flat_map(|directory| ["skill", "skills"].map(|name| directory.join(name)));
    let named = config.pointer("/skills/paths").and_then(Value::as_array).into_iter().flatten();
    let named = named.filter_map(Value::as_str);
    let named = named.map(|path| sources.directory.join(environment.expand_home(path)));
    shared.chain(own).chain(named).collect()
}

fn skill(location: PathBuf) -> Option<Skill> {
    let document = front_matter::parse(&read::text(&location).ok()??).ok()?;
    let member = |name: &str| Some(document.members.get(name)?.as_str()?.to_owned());
    Some(Skill { name: member("name")?, description: member("description")?, location })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::paths::Environment;

    #[test]
    fn in_order_and_once_each() {
        let root = tempfile::tempdir().unwrap();
        let path = |name: &str| root.path().join(name);
        let write = |folder: &str, text: &str| {
            std::fs::create_dir_all(path(folder)).unwrap();
            std::fs::write(path(folder).join(FILE), text).unwrap();
        };
        let skill = |name: &str| format!("---\nname: {name}\ndescription: what: it does\n---\nDo it.\n");
        write("home/.claude/skills/hc", &skill("hc"));
        write("p/.claude/skills/cl", &skill("cl"));
        write("p/.agents/skills/deep/er", &skill("ag"));
        write("p/sub/.claude/skills/x", &skill("sub"));
        write("global/skills/gl", &skill("gl"));
        write("p/.opencode/skill/mine", &skill("mine"));
        write("p/.opencode/skills/second", &skill("hc"));
        write("p/sub/named/n", &skill("named"));
        write("p/.opencode/skills/nameless", "---\ndescription: d\n---\n");
        write("p/.opencode/skills/broken", "---\n[\n---\n");
        let environment = Environment::new(path("home"), "/", []);
        let (directory, top) = (path("p/sub"), path("p"));
        let sources = Sources { environment: &environment, directory: &directory, top: Some(&top) };
        let directories = [path("global"), path("p/.opencode")];
        let found = find(&sources, &directories, &json!({"skills": {"paths": ["named"]}}));
        let names: Vec<&str> = found.iter().map(|skill| skill.name.as_str()).collect();
        assert_eq!(names, ["hc", "cl", "ag", "sub", "gl", "mine", "named"]);
        assert_eq!(found[0].folder(), path("p/.opencode/skills/second"));
        assert_eq!(found[2].folder(), path("p/.agents/skills/deep/er"));
        assert_eq!(found[0].description, "what: it does");
    }
}
