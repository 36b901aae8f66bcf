//! The real terminal interface, `opencode attach`, in a terminal of tmux, on our server.

use std::process::{Command, Stdio};
use std::time::Duration;

use opencode_conformance::peers::{Home, Packages, Program, say_aloud};

use crate::world::{World, until};

/// Generous: the interface takes seconds to draw itself on a busy machine.
const LIMIT: Duration = Duration::from_secs(60);

#[tokio::test(flavor = "multi_thread")]
async fn the_real_terminal_interface_shows_an_answer_of_our_server() {
    let packages = match (Packages::install(), Terminal::available()) {
        (Ok(packages), true) => packages,
        (Err(missing), _) => return say_aloud("the terminal interface", &missing),
        (_, false) => return say_aloud("the terminal interface", &"tmux is not installed"),
    };
    let world = World::new().await;
    let (server, caller) = world.start(&[]);
    let home = Home::new().unwrap();
    let mut attach = Program::Real(packages.opencode()).command(&home);
    attach.args(["attach", server.url()]);
    let terminal = Terminal::start(&home, &attach);

    terminal.shows("Ask anything").await;
    terminal.types("[say It is our server that speaks.] and more");
    terminal.shows("and more").await;
    terminal.presses("Enter");
    // The prompt itself is shown with its bracket; the answer stands alone, indented, on its line.
    terminal.shows("\n     It is our server that speaks.").await;
    until("the session's title on the screen", LIMIT, async || {
        let sessions = caller.get("/session").await.map_err(|error| error.to_string())?;
        let title = sessions[0]["title"].as_str().unwrap_or_default().to_owned();
        let screen = terminal.screen();
        if screen.contains(&format!("# {title}")) { Ok(()) } else { Err(format!("{title:?}\n{screen}")) }
    })
    .await;
    assert!(!terminal.screen().contains("fatal"), "{}", terminal.screen());
}

/// A terminal of its own tmux server, which ends with it.
struct Terminal {
    socket: std::path::PathBuf,
}

impl Terminal {
    fn available() -> bool {
        Command::new("tmux").arg("-V").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
    }

    fn start(home: &Home, program: &Command) -> Terminal {
        let terminal = Terminal { socket: home.path().join("tmux") };
        // What a program says that ends at once stays on the screen.
        let mut tmux = terminal.tmux(&["-f", "/dev/null", "start-server", ";"]);
        tmux.args(["set-option", "-g", "remain-on-exit", "on", ";"]);
        tmux.args(["new-session", "-d", "-x", "120", "-y", "40", "env", "-i"]);
        tmux.args(["TERM=xterm-256color", "LANG=C.UTF-8"]);
        for (name, value) in program.get_envs() {
            let value = value.unwrap_or_default().to_string_lossy().into_owned();
            tmux.arg(format!("{}={value}", name.to_string_lossy()));
        }
        tmux.arg(program.get_program()).args(program.get_args()).current_dir(home.project());
        assert!(tmux.status().unwrap().success());
        terminal
    }

    fn tmux(&self, arguments: &[&str]) -> Command {
        let mut tmux = Command::new("tmux");
        tmux.arg("-S").arg(&self.socket).args(arguments);
        tmux
    }

    fn screen(&self) -> String {
        let output = self.tmux(&["capture-pane", "-p"]).output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    async fn shows(&self, text: &str) {
        until(text, LIMIT, async || {
            let screen = self.screen();
            if screen.contains(text) { Ok(()) } else { Err(screen) }
        })
        .await;
    }

    fn types(&self, text: &str) {
        assert!(self.tmux(&["send-keys", "-l", text]).status().unwrap().success());
    }

    fn presses(&self, key: &str) {
        assert!(self.tmux(&["send-keys", key]).status().unwrap().success());
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // The interface outlives its terminal, so that it is ended by itself, by the id that tmux knows.
        if let Ok(output) = self.tmux(&["list-panes", "-a", "-F", "kill -s KILL #{pane_pid}"]).output() {
            let kill = String::from_utf8_lossy(&output.stdout).into_owned();
            let _ = Command::new("sh").args(["-c", &kill]).status();
        }
        let _ = self.tmux(&["kill-server"]).status();
    }
}
