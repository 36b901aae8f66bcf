//! The system prompt: who the model is, where it works, and the standing instructions.
//!
//! Instruction files are found in `instructions`. Start from [`prompt`].

/// What every agent without a prompt of its own is told.
const BASE: &str = "\
You are opencode, a coding agent. You help a person with the software project described below, through an interface \
that shows your answer as it is written, as Markdown.

Keep to these rules:
- Answer what was asked. Be brief and exact; a short question deserves a short answer.
- Rest what you say on what you were shown or have read yourself. Say so when you don't know or are guessing.
- When you change code, follow the conventions already present in the project, change no more than the task needs, and \
check the result with the project's own tests and tools if you can run them.
- Refer to places in the code as path:line.
- Never reveal, log or commit secrets, and don't take irreversible steps that weren't asked for.
- If you have tools, use them rather than guessing; if you have none, say what the person could run or look at.";

/// Where the model works, as far as it is told.
#[derive(Clone, Debug)]
pub struct Surroundings {
    pub directory: String,
    pub is_git: bool,
    /// `linux`, `darwin`, `win32`: the names the model will meet in the tools of that world.
    pub platform: &'static str,
    /// Milliseconds since 1970, for the date of today.
    pub now_ms: i64,
}

/// The parts of one system prompt, in the order in which they are sent.
#[derive(Clone, Debug, Default)]
pub struct Sources<'a> {
    /// The prompt of the agent, in place of the base prompt.
    pub agent: Option<&'a str>,
    /// The text of each instruction file.
    pub instructions: &'a [String],
    /// The `system` member of the prompt's body.
    pub body: Option<&'a str>,
}

/// The sections of the system prompt. The first two change least, so that a provider's cache can keep them.
pub fn prompt(surroundings: &Surroundings, sources: &Sources<'_>) -> Vec<String> {
    let own = sources.agent.filter(|prompt| !prompt.trim().is_empty()).unwrap_or(BASE);
    let mut sections = vec![own.to_owned(), environment(surroundings)];
    sections.extend(sources.instructions.iter().cloned());
    sections.extend(sources.body.filter(|body| !body.trim().is_empty()).map(str::to_owned));
    sections
}

fn environment(surroundings: &Surroundings) -> String {
    let today = crate::clock::iso(surroundings.now_ms);
    let today = today.split('T').next().unwrap_or_default();
    format!(
        "The environment you work in:\n<env>\n  Working directory: {}\n  Is a git repository: {}\n  Platform: {}\n  \
         Date: {today}\n</env>",
        surroundings.directory,
        if surroundings.is_git { "yes" } else { "no" },
        surroundings.platform,
    )
}

/// This machine's platform under the name JavaScript tools know.
pub fn platform() -> &'static str {
    match std::env::consts::OS {
        "macos" => "darwin",
        "windows" => "win32",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn here() -> Surroundings {
        Surroundings {
            directory: "/p".to_owned(),
            is_git: true,
            platform: "linux",
            now_ms: 1_795_212_528_973,
        }
    }

    #[test]
    fn sections_come_in_order() {
        let instructions = ["Instructions from: /p/AGENTS.md\nBe kind.".to_owned()];
        let sources = Sources { agent: None, instructions: &instructions, body: Some("Answer in rhyme.") };
        let sections = prompt(&here(), &sources);
        assert_eq!(sections[0], BASE);
        assert_eq!(
            sections[1..],
            [
                "The environment you work in:\n<env>\n  Working directory: /p\n  Is a git repository: yes\n  Platform: \
                 linux\n  Date: 2026-11-20\n</env>",
                "Instructions from: /p/AGENTS.md\nBe kind.",
                "Answer in rhyme.",
            ]
        );
    }

    #[test]
    fn an_agent_with_a_prompt_replaces_the_base_and_blank_ones_do_not() {
        let with = |agent| prompt(&here(), &Sources { agent, ..Sources::default() });
        assert_eq!(with(Some("You review."))[0], "You review.");
        assert_eq!(with(Some("  "))[0], BASE);
        assert_eq!(with(None).len(), 2);
    }
}
