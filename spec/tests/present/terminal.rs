//! What only a terminal gets: a sign of life, and colours. `script` makes the terminal.

use std::io::Read as _;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::program::server::{Answer, Server};
use crate::program::{CONTRACT, Folder, Run, run};

const ESCAPE: char = '\u{1b}';

/// What a test must not wait longer for.
const LIMIT: Duration = Duration::from_secs(60);

/// What has come out of a terminal so far.
type Screen = Arc<Mutex<Vec<u8>>>;

fn text(screen: &Screen) -> String {
    String::from_utf8_lossy(&screen.lock().expect("nobody panics with it")).into_owned()
}

/// The program with both of its streams on a terminal; everything that it writes there goes to `screen`.
fn on_terminal(folder: &Folder, arguments: &[&str], no_color: bool, screen: &Screen) -> Option<i32> {
    let quoted = |word: &str| format!("'{}'", word.replace('\'', r"'\''"));
    let program = [&[env!("CARGO_BIN_EXE_contract")], arguments].concat();
    let line = program.into_iter().map(quoted).collect::<Vec<_>>().join(" ");
    let mut command = Command::new("script");
    command.args(["--quiet", "--return", "--command", &line, "/dev/null"]).current_dir(folder.path(""));
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "CI", "OPENCODE_SERVER_PASSWORD"] {
        command.env_remove(variable);
    }
    if no_color {
        command.env("NO_COLOR", "1");
    }
    command.env("TERM", "xterm-256color").stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("script runs");
    let mut output = child.stdout.take().expect("it is piped");
    let mut piece = [0; 4096];
    while let Ok(length @ 1..) = output.read(&mut piece) {
        screen.lock().expect("nobody panics with it").extend_from_slice(&piece[..length]);
    }
    child.wait().expect("it ends").code()
}

/// Serves the contract once the screen shows `words`.
fn hesitant(screen: &Screen, words: &'static str) -> Server {
    let screen = screen.clone();
    Server::start(move |request| match request.path.as_str() {
        "/doc" => {
            let started = Instant::now();
            while !text(&screen).contains(words) && started.elapsed() < LIMIT {
                std::thread::sleep(Duration::from_millis(10));
            }
            Answer::json(CONTRACT)
        }
        _ => Answer::status("404 Not Found"),
    })
}

#[test]
fn a_terminal_shows_that_the_server_is_read_until_it_is() {
    let (folder, screen) = (Folder::new(), Screen::default());
    let server = hesitant(&screen, "reading http://");
    let started = Instant::now();
    let code = on_terminal(&folder, &["record", &server.url(""), "--out", "contract.json"], false, &screen);
    let shown = text(&screen);
    assert_eq!(code, Some(0), "{shown}");
    assert!(started.elapsed() < LIMIT, "the server waited in vain for the sign of life: {shown:?}");
    let (_, rest) = shown.rsplit_once("reading http://").expect("it was seen");
    // The line is erased before anything else is said.
    let (erased, said) = rest.split_once("operations  98").expect("a summary");
    assert!(erased.contains("\u{1b}[2K"), "{shown:?}");
    assert!(!said.contains(ESCAPE), "{shown:?}");
    assert!(folder.path("contract.json").is_file());
}

#[test]
fn a_pipe_gets_no_sign_of_life() {
    let folder = Folder::new();
    let server = Server::start(|request| match request.path.as_str() {
        "/doc" => {
            // Longer than the first sign takes on a terminal.
            std::thread::sleep(Duration::from_millis(500));
            Answer::json(CONTRACT)
        }
        _ => Answer::status("404 Not Found"),
    });
    for arguments in [&["--out", "contract.json"][..], &[]] {
        let mut command = folder.command(&[&["record", &server.url("")], arguments].concat());
        let Run { code, output, errors } = run(command.env("TERM", "xterm-256color"));
        assert_eq!(code, 0, "{errors}");
        for text in [output, errors] {
            assert!(!text.contains(ESCAPE) && !text.contains("reading"), "{text:.300}");
        }
    }
}

/// Other escape codes move the cursor, which the sign of life must.
fn has_colours(text: &str) -> bool {
    let codes = text.split("\u{1b}[").skip(1);
    codes
        .map(|code| code.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';'))
        .any(|end| end.starts_with('m'))
}

#[test]
fn colours_are_for_a_terminal_that_wants_them() {
    let folder = Folder::new();
    folder.write("old.json", CONTRACT);
    folder.write(
        "new.json",
        CONTRACT.replace("\"operationId\": \"path.get\"", "\"operationId\": \"path.read\""),
    );
    let arguments = ["diff", "old.json", "new.json"];
    let shown = |no_color| {
        let screen = Screen::default();
        assert_eq!(on_terminal(&folder, &arguments, no_color, &screen), Some(1), "{}", text(&screen));
        text(&screen)
    };
    let (coloured, plain) = (shown(false), shown(true));
    assert!(has_colours(&coloured), "{coloured:?}");
    // One sign of life for both files, on one line.
    for life in coloured.split('\r').filter(|line| line.contains("reading ")) {
        assert!(life.contains("reading old.json and new.json"), "{coloured:?}");
    }
    assert!(plain.contains("path.read") && !has_colours(&plain), "{plain:?}");
    let piped = run(folder.command(&arguments).env_remove("CLICOLOR_FORCE").env("TERM", "xterm-256color"));
    assert_eq!(piped.code, 1);
    assert!(!piped.output.contains(ESCAPE) && !piped.errors.contains(ESCAPE), "{}", piped.output);
}
