//! Which page an operation belongs to, told by its path alone.
//!
//! Twenty pages have a number and a name of their own. A path that none of them knows goes to a page named after its
//! first segment, behind them: a later contract never loses an operation.

use super::words::Language;
use crate::document::Operation;

/// The page of streams comes after the fixed ones.
pub const REALTIME: &str = "21-realtime.md";

/// The page of named schemas.
pub const SCHEMAS: &str = "schemas.md";

/// The number of the first page that only a later contract needs.
const FIRST_UNKNOWN: usize = 22;

/// One fixed page.
#[derive(Debug)]
struct Fixed {
    name: &'static str,
    english: &'static str,
    chinese: &'static str,
    /// First segments of the paths on it.
    prefixes: &'static [&'static str],
}

const fn fixed(
    name: &'static str,
    english: &'static str,
    chinese: &'static str,
    prefixes: &'static [&'static str],
) -> Fixed {
    Fixed { name, english, chinese, prefixes }
}

/// Number 1 first.
const FIXED: [Fixed; 20] = [
    fixed("global", "Global", "全局", &["global"]),
    fixed("project", "Project", "项目", &["project"]),
    fixed("path-vcs", "Path & VCS", "路径与版本控制", &["path", "vcs"]),
    fixed("instance", "Instance", "实例", &["instance"]),
    fixed("config", "Config", "配置", &["config"]),
    fixed("provider", "Provider", "模型提供方", &["provider"]),
    fixed("sessions", "Sessions", "会话", &["session"]),
    fixed("messages", "Messages", "消息", &[]),
    fixed("permissions", "Permissions & questions", "权限与提问", &["permission", "question"]),
    fixed("commands", "Commands & skills", "命令与技能", &["command", "skill"]),
    fixed("files", "Files", "文件", &["file", "find"]),
    fixed("terminals", "Terminals", "终端", &["pty"]),
    fixed("lsp-formatters", "LSP & formatters", "语言服务器与格式化", &["lsp", "formatter"]),
    fixed("mcp", "MCP", "MCP", &["mcp"]),
    fixed("agents", "Agents", "智能体", &["agent"]),
    fixed("logging", "Logging", "日志", &["log"]),
    fixed("tui", "TUI", "终端界面", &["tui"]),
    fixed("auth", "Auth", "认证", &["auth"]),
    fixed("events", "Events", "事件", &["event"]),
    fixed("experimental", "Experimental", "实验性功能", &["experimental"]),
];

const MESSAGES: usize = 7;
const PERMISSIONS: usize = 8;

/// Below `/session/{sessionID}/` these are about its messages.
const MESSAGE_ACTIONS: [&str; 4] = ["message", "prompt_async", "command", "shell"];

/// A page and the operations on it.
#[derive(Debug)]
pub struct Module<'a> {
    /// `07-sessions.md`.
    pub file: String,
    pub english: String,
    pub chinese: String,
    /// In the order of the contract.
    pub operations: Vec<Operation<'a>>,
}

impl Module<'_> {
    /// Whether it is one of the twenty.
    pub fn is_fixed(&self) -> bool {
        FIXED.iter().any(|fixed| fixed.english == self.english)
    }

    pub fn title(&self, language: Language) -> &str {
        match language {
            Language::English => &self.english,
            Language::Chinese => &self.chinese,
        }
    }
}

/// All pages of operations: the fixed ones, empty ones too, then those of unknown paths as the contract has them.
pub fn modules<'a>(operations: Vec<Operation<'a>>) -> Vec<Module<'a>> {
    let mut modules: Vec<Module<'a>> = FIXED
        .iter()
        .enumerate()
        .map(|(index, fixed)| Module {
            file: format!("{:02}-{}.md", index + 1, fixed.name),
            english: fixed.english.to_owned(),
            chinese: fixed.chinese.to_owned(),
            operations: Vec::new(),
        })
        .collect();
    let mut unknown: Vec<String> = Vec::new();
    for operation in operations {
        let index = match place(operation.path) {
            Ok(index) => index,
            Err(name) => {
                let at = unknown.iter().position(|known| *known == name).unwrap_or_else(|| {
                    modules.push(Module {
                        file: format!("{:02}-{name}.md", FIRST_UNKNOWN + unknown.len()),
                        english: name.clone(),
                        chinese: name.clone(),
                        operations: Vec::new(),
                    });
                    unknown.push(name);
                    unknown.len() - 1
                });
                FIXED.len() + at
            }
        };
        modules[index].operations.push(operation);
    }
    modules
}

/// The index of its fixed page, or the name of its own one.
fn place(path: &str) -> Result<usize, String> {
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let first = segments.first().copied().unwrap_or_default();
    if first == "session" {
        match segments.get(2) {
            Some(action) if MESSAGE_ACTIONS.contains(action) => return Ok(MESSAGES),
            Some(&"permissions") => return Ok(PERMISSIONS),
            _ => {}
        }
    }
    FIXED.iter().position(|fixed| fixed.prefixes.contains(&first)).ok_or_else(|| {
        let letters =
            |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' };
        let name = first.chars().map(letters).collect::<String>();
        let name = name.trim_matches('-');
        if name.is_empty() { "root".to_owned() } else { name.to_owned() }
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::document::operations;

    #[test]
    fn a_path_has_one_page_and_an_unknown_one_gets_its_own() {
        let document = json!({"paths": {
            "/session": {"get": {}}, "/session/{id}/message": {"post": {}}, "/session/{id}/permissions/{p}": {"post": {}},
            "/api/fs/*": {"get": {}}, "/sync/{x}": {"get": {}}, "/api/health": {"get": {}}, "/": {"get": {}},
            "/experimental/tool": {"get": {}}, "nonsense": {"get": {}},
        }});
        let modules = modules(operations(&document));
        let used: Vec<(&str, usize)> = modules
            .iter()
            .filter(|module| !module.operations.is_empty())
            .map(|module| (module.file.as_str(), module.operations.len()))
            .collect();
        assert_eq!(
            used,
            [
                ("07-sessions.md", 1),
                ("08-messages.md", 1),
                ("09-permissions.md", 1),
                ("20-experimental.md", 1),
                ("22-api.md", 2),
                ("23-sync.md", 1),
                ("24-root.md", 1),
                ("25-nonsense.md", 1),
            ]
        );
    }
}
