//! Whole loads from files in a temporary home and project. The expected values are those of OpenCode 1.2.6, but where it
//! has a defect that we do not share: it rewrites files, keeps failures, fills key bindings per file.

use serde_json::{Value, json};

use super::*;

/// A home, a project and a managed directory of their own.
struct Place {
    root: tempfile::TempDir,
    environment: Environment,
}

impl Place {
    fn new(vars: &[(&str, &str)]) -> Self {
        let root = tempfile::tempdir().unwrap();
        let vars = vars.iter().map(|(name, value)| (name.to_string(), value.to_string()));
        let mut environment = Environment::new(root.path().join("home"), root.path(), vars);
        environment.managed = root.path().join("managed");
        Self { root, environment }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<str>) -> &Self {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text.as_ref()).unwrap();
        self
    }

    fn load(&self, directory: &str) -> Result<Loaded, ConfigError> {
        let top = self.path("project");
        load(&Sources { environment: &self.environment, directory: &self.path(directory), top: Some(&top) })
    }

    /// The answer of `GET /config` without what every configuration has.
    fn config(&self, directory: &str) -> Value {
        let loaded = self.load(directory).unwrap();
        let mut config = serde_json::to_value(&loaded.config).unwrap();
        let members = config.as_object_mut().unwrap();
        assert!(members.remove("keybinds").is_some());
        members.remove("$schema");
        for (name, default) in
            [("agent", json!({})), ("mode", json!({})), ("command", json!({})), ("plugin", json!([]))]
        {
            if members[name] == default {
                members.remove(name);
            }
        }
        if members["username"] == "unknown" {
            members.remove("username");
        }
        config
    }

    fn error(&self, directory: &str) -> (String, Value) {
        let error = self.load(directory).unwrap_err();
        let root = self.root.path().display().to_string();
        let data = error.data().to_string().replace(&root, "");
        (error.name().to_owned(), serde_json::from_str(&data).unwrap())
    }
}

const GLOBAL: &str = "home/.config/opencode";

#[test]
fn defaults_alone() {
    let place = Place::new(&[("USER", "ada")]);
    let loaded = place.load("project").unwrap();
    let config = serde_json::to_value(&loaded.config).unwrap();
    assert_eq!(config["username"], "ada");
    assert_eq!(config["keybinds"]["leader"], "ctrl+x");
    assert_eq!(config["keybinds"].as_object().unwrap().len(), SCHEMAS.keybinds().count());
    for (section, default) in
        [("agent", json!({})), ("mode", json!({})), ("command", json!({})), ("plugin", json!([]))]
    {
        assert_eq!(config[section], default, "{section}");
    }
    assert!(loaded.files.is_empty() && loaded.directories.is_empty());
}

#[test]
fn every_source_wins_over_the_one_before() {
    // Each source sets the themes of all later ones too, so that the theme names the last source that was read.
    let sources = [
        (format!("{GLOBAL}/config.json"), "global config.json"),
        (format!("{GLOBAL}/opencode.json"), "global json"),
        (format!("{GLOBAL}/opencode.jsonc"), "global jsonc"),
        ("own.json".to_owned(), "OPENCODE_CONFIG"),
        ("project/opencode.jsonc".to_owned(), "top jsonc"),
        ("project/opencode.json".to_owned(), "top json"),
        ("project/sub/opencode.json".to_owned(), "sub json"),
        ("project/.opencode/opencode.jsonc".to_owned(), "dot jsonc"),
        ("project/.opencode/opencode.json".to_owned(), "dot json"),
        ("project/sub/.opencode/opencode.json".to_owned(), "sub dot json"),
        ("home/.opencode/opencode.json".to_owned(), "home dot json"),
        ("extra/opencode.json".to_owned(), "OPENCODE_CONFIG_DIR"),
        ("managed/opencode.json".to_owned(), "managed"),
    ];
    let place = Place::new(&[("OPENCODE_CONFIG", "own.json"), ("OPENCODE_CONFIG_DIR", "extra")]);
    for (file, theme) in &sources {
        place.write(file, json!({"theme": theme, "instructions": [theme, "always"]}).to_string());
        assert_eq!(place.config("project/sub")["theme"], *theme);
    }
    let loaded = place.load("project/sub").unwrap();
    let mut expected: Vec<&str> = sources.iter().map(|(_, theme)| *theme).collect();
    expected.insert(1, "always");
    assert_eq!(loaded.raw["instructions"], json!(expected));
    let files: Vec<PathBuf> = sources.iter().map(|(file, _)| place.path(file)).collect();
    assert_eq!(loaded.files, files);
    let directories = [GLOBAL, "project/.opencode", "project/sub/.opencode", "home/.opencode", "extra"]
        .map(|name| place.path(name));
    assert_eq!(loaded.directories, directories);
}

#[test]
fn a_project_config_json_is_not_read() {
    let place = Place::new(&[]);
    place.write("project/config.json", r#"{"theme": "no"}"#);
    assert_eq!(place.config("project"), json!({}));
}

#[test]
fn variables_come_above_files() {
    let place = Place::new(&[
        (
            "OPENCODE_CONFIG_CONTENT",
            r#"{"theme": "from-content", "username": "{env:WHO}", "keybinds": {"leader": "ctrl+q"}}"#,
        ),
        ("OPENCODE_PERMISSION", r#"{"bash": "deny"}"#),
        ("WHO", "me"),
    ]);
    place
        .write("project/opencode.json", r#"{"theme": "file", "permission": {"bash": "ask", "edit": "ask"}}"#);
    assert_eq!(
        place.config("project"),
        json!({"theme": "from-content", "username": "me", "permission": {"bash": "deny", "edit": "ask"}})
    );
    let keybinds = &place.load("project").unwrap().raw["keybinds"];
    assert_eq!(
        (&keybinds["leader"], &keybinds["app_exit"]),
        (&json!("ctrl+q"), &json!("ctrl+c,ctrl+d,<leader>q"))
    );
}

#[test]
fn key_bindings_of_two_files_add_up() {
    let place = Place::new(&[]);
    place.write(&format!("{GLOBAL}/opencode.json"), r#"{"keybinds": {"leader": "ctrl+q"}}"#);
    place.write("project/opencode.json", r#"{"keybinds": {"app_exit": "none"}}"#);
    let keybinds = &place.load("project").unwrap().raw["keybinds"];
    assert_eq!((&keybinds["leader"], &keybinds["app_exit"]), (&json!("ctrl+q"), &json!("none")));
}

#[test]
fn the_global_configuration_is_only_that() {
    let place =
        Place::new(&[("OPENCODE_CONFIG_CONTENT", r#"{"theme": "x"}"#), ("OPENCODE_PERMISSION", "\"deny\"")]);
    place
        .write(&format!("{GLOBAL}/opencode.jsonc"), "{\"model\": \"a/b\", // why\n\"permission\": \"ask\",}");
    place.write(&format!("{GLOBAL}/agent/x.md"), "x");
    place.write("project/opencode.json", r#"{"theme": "project"}"#);
    assert_eq!(
        load_global(&place.environment).unwrap().raw,
        json!({"$schema": "https://opencode.ai/config.json", "model": "a/b", "permission": {"*": "ask"}})
    );
}

#[test]
fn recorded_files_and_their_answers() {
    for (file, expected) in [
        (
            r#"{"tools": {"bash": false, "write": true}, "autoshare": true}"#,
            json!({"tools": {"bash": false, "write": true}, "autoshare": true, "share": "auto",
                   "permission": {"bash": "deny", "edit": "allow"}}),
        ),
        (r#"{"permission": "ask"}"#, json!({"permission": {"*": "ask"}})),
        (
            r#"{"mode": {"build": {"temperature": 1}}}"#,
            json!({"mode": {"build": {"temperature": 1, "options": {}, "permission": {}}},
                   "agent": {"build": {"temperature": 1, "options": {}, "permission": {}, "mode": "primary"}}}),
        ),
        (r#"{"username": "x{env:NOT_SET}y"}"#, json!({"username": "xy"})),
        ("// c\n{\"username\": \"ok\",}", json!({"username": "ok"})),
        ("", json!({})),
    ] {
        let place = Place::new(&[]);
        place.write("project/opencode.json", file);
        assert_eq!(place.config("project"), expected, "{file}");
        assert_eq!(
            std::fs::read_to_string(place.path("project/opencode.json")).unwrap(),
            file,
            "left as it was"
        );
    }
}

#[test]
fn recorded_markdown_files_and_their_answer() {
    let place = Place::new(&[]);
    place
        .write(
            "project/.opencode/agent/nested/deep.md",
            "---\ndescription: hi: there\nmode: subagent\ntools:\n  write: false\nfoo: [1, 2]\n---\n\nBody {env:X}\n\n",
        )
        .write("project/.opencode/agents/plain.md", "No front matter\n")
        .write("project/.opencode/mode/mm.md", "---\nmodel: a/b\n---\nMode body")
        .write("project/.opencode/mode/deeper/ignored.md", "x")
        .write("project/.opencode/command/sub/cc.md", "---\ndescription: c\nextra: 1\n---\nDo $1")
        .write("project/.opencode/commands/other.txt", "not a command");
    assert_eq!(
        place.config("project"),
        json!({
            "agent": {
                "nested/deep": {"prompt": "Body {env:X}", "tools": {"write": false}, "description": "hi: there",
                    "mode": "subagent", "name": "nested/deep", "foo": [1, 2], "options": {"foo": [1, 2]},
                    "permission": {"edit": "deny"}},
                "plain": {"prompt": "No front matter", "name": "plain", "options": {}, "permission": {}},
                "mm": {"model": "a/b", "prompt": "Mode body", "name": "mm", "options": {}, "permission": {},
                    "mode": "primary"},
            },
            "command": {"sub/cc": {"template": "Do $1", "description": "c"}},
        })
    );
}

#[test]
fn errors_name_file_and_place() {
    let cases = [
        (
            "{ \"a\": ",
            "ConfigJsonError",
            json!({"path": "/project/opencode.json",
                   "message": "line 1, column 8: expected value after colon in object property\n  { \"a\": \n         ^"}),
        ),
        (
            "{\n  \"theme\": \"x\",\n  \"zzz\": 1\n}",
            "ConfigInvalidError",
            json!({"path": "/project/opencode.json", "message": "line 1, column 1: Unrecognized key: \"zzz\"",
                   "issues": [{"code": "unrecognized_keys", "keys": ["zzz"], "path": [],
                               "message": "Unrecognized key: \"zzz\""}]}),
        ),
        (
            // The value before moves what follows on its line.
            "{\n  \"theme\": \"{env:LONG}\", \"share\": \"zzz\"\n}",
            "ConfigInvalidError",
            json!({"path": "/project/opencode.json",
                   "message": "line 2, column 26: share: Invalid option: expected one of \"manual\"|\"auto\"|\"disabled\"",
                   "issues": [{"code": "invalid_value", "values": ["manual", "auto", "disabled"], "path": ["share"],
                               "message": "Invalid option: expected one of \"manual\"|\"auto\"|\"disabled\""}]}),
        ),
        (
            "{\"model\": \"{file:./nope.txt}\"}",
            "ConfigInvalidError",
            json!({"path": "/project/opencode.json",
                   "message": "bad file reference: \"{file:./nope.txt}\" /project/nope.txt does not exist (line 1, column 12)"}),
        ),
    ];
    for (text, name, data) in cases {
        let place = Place::new(&[("LONG", "a value much longer than its name, with \"quotes\"")]);
        place.write("project/opencode.json", text);
        assert_eq!(place.error("project"), (name.to_owned(), data), "{text}");
    }
}

#[test]
fn a_failure_is_not_kept() {
    let place = Place::new(&[]);
    place.write("project/opencode.json", "{");
    assert!(place.load("project").is_err());
    place.write("project/opencode.json", "{}");
    assert!(place.load("project").is_ok());
}

#[test]
fn wrong_front_matter_names_its_file() {
    let place = Place::new(&[]);
    place.write("project/.opencode/agent/x.md", "---\nmode: foo\n---\nx");
    let (name, data) = place.error("project");
    assert_eq!(name, "ConfigInvalidError");
    assert_eq!(data["path"], "/project/.opencode/agent/x.md");
    assert_eq!(
        data["issues"],
        json!([{"code": "invalid_value", "values": ["subagent", "primary", "all"], "path": ["mode"],
                "message": "Invalid option: expected one of \"subagent\"|\"primary\"|\"all\""}])
    );
    place.write("project/.opencode/agent/x.md", "---\nmode: [\n---\nx");
    let (name, data) = place.error("project");
    assert_eq!(name, "ConfigInvalidError");
    assert!(data["message"].as_str().unwrap().contains("the front matter is not a YAML mapping"), "{data}");
}

#[test]
fn wrong_variables_are_named() {
    for (name, value, error) in [
        ("OPENCODE_CONFIG_CONTENT", "{", "ConfigJsonError"),
        ("OPENCODE_CONFIG_CONTENT", "{\"zzz\": 1}", "ConfigInvalidError"),
        ("OPENCODE_PERMISSION", "{\"bash\": \"maybe\"}", "ConfigInvalidError"),
        ("OPENCODE_PERMISSION", "bash", "ConfigJsonError"),
    ] {
        let (found, data) = Place::new(&[(name, value)]).error("project");
        assert_eq!((found.as_str(), data["path"].as_str()), (error, Some(name)), "{value}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_an_error() {
    let place = Place::new(&[]);
    std::fs::create_dir_all(place.path("project/opencode.json")).unwrap();
    let (name, data) = place.error("project");
    assert_eq!(
        (name.as_str(), &data["message"]),
        ("ConfigJsonError", &json!("cannot be read: not a regular file"))
    );
}

#[test]
fn what_is_merged_fits_the_contract() {
    let place = Place::new(&[]);
    place.write(
        &format!("{GLOBAL}/opencode.json"),
        r#"{"mcp": {"a": {"type": "remote", "url": "u"}}, "lsp": {"x": {"disabled": true}}, "formatter": false,
            "autoupdate": true, "permission": {"bash": {"git *": "allow"}}}"#,
    );
    place.write(
        "project/opencode.json",
        r#"{"mcp": {"a": {"type": "local", "command": ["x"]}}, "lsp": {"x": {"command": ["y"]}}, "formatter": {"f": {}},
            "autoupdate": "notify", "permission": {"bash": "ask"}}"#,
    );
    let loaded = place.load("project").unwrap();
    assert_eq!(SCHEMAS.check(&loaded.raw), []);
    assert_eq!(loaded.raw["mcp"]["a"], json!({"type": "local", "command": ["x"]}));
    assert_eq!(loaded.raw["permission"], json!({"bash": "ask"}));
}
