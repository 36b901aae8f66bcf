//! `cargo check` on the changed tree, and what it says.
//!
//! Errors are data here: each with its place, so that somebody else can say which handler it is in. A check that
//! could not be made is told apart from one that found something.

use std::ffi::OsString;
use std::io::{BufRead as _, BufReader, Read};
use std::os::unix::process::{CommandExt as _, ExitStatusExt as _};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use indicatif::ProgressBar;
use serde::Deserialize;

use crate::cli::interrupt::Interrupts;

/// What came of a check.
pub(super) enum Outcome {
    /// Everything compiles.
    Clean,
    /// There is work to do.
    Found(Found),
    /// By this signal.
    Interrupted(u8),
    /// Nothing is known: why.
    NotMade(String),
}

/// What the check found.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Found {
    /// In the order in which the compiler told them, each once.
    pub errors: Vec<CompileError>,
    /// What a build script (the contract check of the build is one), or a command without messages, said last.
    pub said: Option<String>,
}

/// One error of the compiler.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CompileError {
    /// `E0053`.
    pub code: Option<String>,
    /// Its first line.
    pub message: String,
    /// Path from the root, or as the compiler gives it.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    pub column: usize,
}

impl CompileError {
    fn is_at(&self, other: &Self) -> bool {
        let place = |error: &Self| (error.code.clone(), error.file.clone(), error.line, error.column);
        place(self) == place(other)
    }
}

/// How many errors are kept: nobody works off more of them at once.
const MOST_ERRORS: usize = 2000;
/// How much is kept of what is said beside the errors, in bytes.
const MOST_SAID: usize = 64 << 10;
/// How long an interrupted check may take to end, before it is killed.
const GRACE: Duration = Duration::from_secs(5);

/// Runs `command`, or cargo if there is none, at `root`.
pub(super) fn run(
    root: &Path,
    command: Option<&str>,
    interrupts: &Interrupts,
    progress: &ProgressBar,
) -> Outcome {
    let mut check = prepared(command);
    check.current_dir(root).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    // A group of its own, so that an end reaches whatever the command has started.
    let mut child = match check.process_group(0).spawn() {
        Ok(child) => Group(child),
        Err(error) => {
            let name = check.get_program().to_string_lossy().into_owned();
            return Outcome::NotMade(format!("`{name}` cannot be run: {error}"));
        }
    };
    let (sender, events) = sync_channel(256);
    read(child.0.stdout.take(), &sender, Event::Output);
    read(child.0.stderr.take(), &sender, Event::Said);
    drop(sender);
    let mut heard = Heard::default();
    let status = loop {
        match events.recv_timeout(Duration::from_millis(50)) {
            Ok(event) => heard.hear(event, progress),
            Err(RecvTimeoutError::Timeout) => {}
            // Both pipes are closed, which a command may do long before its end.
            Err(RecvTimeoutError::Disconnected) => std::thread::sleep(Duration::from_millis(20)),
        }
        if let Some(signal) = interrupts.signal() {
            child.end();
            return Outcome::Interrupted(signal);
        }
        match child.0.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) => {}
            Err(error) => return Outcome::NotMade(format!("cannot be waited for: {error}")),
        }
    };
    heard.the_rest(&events, progress);
    heard.outcome(status, command.is_some())
}

fn prepared(command: Option<&str>) -> Command {
    if let Some(command) = command {
        let mut shell = Command::new("sh");
        shell.args(["-c", command]);
        return shell;
    }
    // Under `cargo contract`, the very cargo that runs it.
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")));
    // One crate that does not compile must not hide the errors of another.
    cargo.args(["check", "--workspace", "--all-targets", "--keep-going", "--message-format=json"]);
    cargo
}

/// A child with whatever it has started; dropping it ends them all.
struct Group(Child);

impl Group {
    fn end(&mut self) {
        if matches!(self.0.try_wait(), Ok(None)) {
            self.signal("TERM");
            let started = Instant::now();
            while matches!(self.0.try_wait(), Ok(None)) && started.elapsed() < GRACE {
                std::thread::sleep(Duration::from_millis(20));
            }
        }
        if matches!(self.0.try_wait(), Ok(None)) {
            self.signal("KILL");
            // Where there is no shell, at least the child itself.
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }

    /// The standard library knows no signal to a group; the shell does.
    fn signal(&self, name: &str) {
        let group = format!("kill -s {name} -- -{}", self.0.id());
        let _ = Command::new("sh").args(["-c", &group]).stdin(Stdio::null()).stderr(Stdio::null()).status();
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.end();
    }
}

enum Event {
    Output(String),
    Said(String),
}

/// Reads a pipe line by line in a thread of its own, which ends with the pipe or with the reader of the events.
fn read(pipe: Option<impl Read + Send + 'static>, events: &SyncSender<Event>, event: fn(String) -> Event) {
    let (Some(pipe), events) = (pipe, events.clone()) else { return };
    std::thread::spawn(move || {
        for line in BufReader::new(pipe).split(b'\n').map_while(Result::ok) {
            if events.send(event(String::from_utf8_lossy(&line).into_owned())).is_err() {
                break;
            }
        }
    });
}

#[derive(Default)]
struct Heard {
    errors: Vec<CompileError>,
    crates: usize,
    /// Lines that are no messages, the newest at the end.
    said: String,
    /// Whether cargo itself has told that it came to its end.
    finished: bool,
}

impl Heard {
    fn hear(&mut self, event: Event, progress: &ProgressBar) {
        let line = match event {
            Event::Output(line) => match serde_json::from_str(&line) {
                Ok(message) => return self.message(message, progress),
                Err(_) => line,
            },
            Event::Said(line) => line,
        };
        self.said.push_str(&line);
        self.said.push('\n');
        if self.said.len() > 2 * MOST_SAID {
            let cut = self.said.ceil_char_boundary(self.said.len() - MOST_SAID);
            self.said.drain(..cut);
        }
    }

    /// What is still in the pipes after the end. Something that the command left running may hold them open.
    fn the_rest(&mut self, events: &Receiver<Event>, progress: &ProgressBar) {
        while let Ok(event) = events.recv_timeout(Duration::from_secs(1)) {
            self.hear(event, progress);
        }
    }

    fn message(&mut self, message: Message, progress: &ProgressBar) {
        match message.reason.as_str() {
            "compiler-artifact" => self.crates += 1,
            "build-finished" => self.finished = true,
            "compiler-message" => {
                // A library and its tests are compiled apart, and tell the same, if not always in the same words.
                let found = message.message.and_then(Told::error);
                let is_told = |error: &CompileError| self.errors.iter().any(|told| told.is_at(error));
                if let Some(error) = found.filter(|error| !is_told(error))
                    && self.errors.len() < MOST_ERRORS
                {
                    self.errors.push(error);
                }
            }
            _ => return,
        }
        progress.set_message(format!("compiling: {} crates, {} errors", self.crates, self.errors.len()));
    }

    fn outcome(self, status: ExitStatus, is_own_command: bool) -> Outcome {
        if status.success() {
            return Outcome::Clean;
        }
        // A terminal sends the signal to everybody; the command may be the first to end.
        if let Some(signal @ (1 | 2 | 15)) = status.signal() {
            return Outcome::Interrupted(signal.unsigned_abs() as u8);
        }
        let script = build_script(&self.said);
        let is_found = status.code().is_some_and(|code| match is_own_command {
            // The shell has not found it, or may not run it.
            true => code != 126 && code != 127,
            false => self.finished && (!self.errors.is_empty() || script.is_some()),
        });
        if !is_found {
            return Outcome::NotMade(format!("the check ended with {status}\n{}", tail(&self.said, 20)));
        }
        let said = match script {
            Some(script) => Some(script),
            None if self.errors.is_empty() => Some(tail(&self.said, 40)),
            None => None,
        };
        Outcome::Found(Found { errors: self.errors, said })
    }
}

/// What a build script that failed has said of it.
fn build_script(said: &str) -> Option<String> {
    let (_, rest) = said.split_once("failed to run custom build command")?;
    let (_, report) = rest.split_once("--- stderr\n")?;
    let report: Vec<&str> =
        report.lines().take(60).map(|line| line.strip_prefix("  ").unwrap_or(line)).collect();
    let end = report.iter().position(|line| {
        ["warning: build failed", "error: ", "warning: "].iter().any(|start| line.starts_with(start))
    });
    Some(report[..end.unwrap_or(report.len())].join("\n").trim().to_owned())
}

fn tail(said: &str, count: usize) -> String {
    let lines: Vec<&str> = said.lines().filter(|line| !line.trim().is_empty()).collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}

/// One line of cargo's `--message-format=json`.
#[derive(Deserialize)]
struct Message {
    reason: String,
    message: Option<Told>,
}

/// A message of the compiler.
#[derive(Deserialize)]
struct Told {
    message: String,
    level: String,
    code: Option<Code>,
    #[serde(default)]
    spans: Vec<Span>,
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

#[derive(Deserialize)]
struct Span {
    file_name: String,
    line_start: usize,
    column_start: usize,
    is_primary: bool,
    expansion: Option<Box<Expansion>>,
}

#[derive(Deserialize)]
struct Expansion {
    span: Span,
}

impl Told {
    /// Without a place it is only the count of the others.
    fn error(self) -> Option<CompileError> {
        if !self.level.starts_with("error") {
            return None;
        }
        let mut span = self.spans.into_iter().find(|span| span.is_primary)?;
        // Inside of a macro of another crate nobody can do anything: the place is where it is used.
        while span.file_name.starts_with('/')
            && let Some(expansion) = span.expansion
        {
            span = expansion.span;
        }
        Some(CompileError {
            code: self.code.map(|code| code.code),
            message: self.message.lines().next().unwrap_or_default().to_owned(),
            file: span.file_name,
            line: span.line_start,
            column: span.column_start,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(lines: &[&str], said: &str) -> Heard {
        let mut heard = Heard::default();
        let hidden = ProgressBar::hidden();
        lines.iter().for_each(|line| heard.hear(Event::Output((*line).to_owned()), &hidden));
        said.lines().for_each(|line| heard.hear(Event::Said(line.to_owned()), &hidden));
        heard
    }

    const ERROR: &str = r#"{"reason":"compiler-message","message":{"message":"mismatched types\nmore","level":"error",
        "code":{"code":"E0308"},"spans":[{"file_name":"a.rs","line_start":1,"column_start":2,"is_primary":false},
        {"file_name":"/registry/m.rs","line_start":9,"column_start":9,"is_primary":true,"expansion":{"span":
        {"file_name":"server/src/b.rs","line_start":3,"column_start":4,"is_primary":true,"expansion":null}}}]}}"#;
    const FINISHED: &str = r#"{"reason":"build-finished","success":false}"#;

    #[test]
    fn errors_are_read_once_and_where_they_are_made() {
        let error = ERROR.replace('\n', "");
        let count =
            r#"{"reason":"compiler-message","message":{"message":"aborting","level":"error","spans":[]}}"#;
        let warning = error.replace(r#""level":"error""#, r#""level":"warning""#);
        let heard = heard(&[&error, &warning, count, &error, FINISHED], "noise");
        let Outcome::Found(found) = heard.outcome(ExitStatus::from_raw(101 << 8), false) else {
            panic!("found")
        };
        let expected = CompileError {
            code: Some("E0308".to_owned()),
            message: "mismatched types".to_owned(),
            file: "server/src/b.rs".to_owned(),
            line: 3,
            column: 4,
        };
        assert_eq!(found, Found { errors: vec![expected], said: None });
    }

    #[test]
    fn a_build_script_tells_what_it_found() {
        let said = "error: failed to run custom build command for `opencode-rs v0.1.0`\n\nCaused by:\n  process didn't \
                    exit\n  --- stdout\n  cargo::error=x\n\n  --- stderr\n  1 difference\n\n  session.list\n\
                    warning: build failed, waiting for other jobs to finish...\n";
        let Outcome::Found(found) = heard(&[FINISHED], said).outcome(ExitStatus::from_raw(101 << 8), false)
        else {
            panic!("found")
        };
        assert_eq!(
            found,
            Found { errors: Vec::new(), said: Some("1 difference\n\nsession.list".to_owned()) }
        );
    }

    #[test]
    fn a_check_that_could_not_be_made_is_no_finding() {
        let of = |status: i32, own: bool| match heard(&[], "no such thing")
            .outcome(ExitStatus::from_raw(status), own)
        {
            Outcome::Clean => "clean".to_owned(),
            Outcome::Found(found) => format!("found {}", found.said.unwrap_or_default()),
            Outcome::Interrupted(signal) => format!("signal {signal}"),
            Outcome::NotMade(why) => why,
        };
        assert_eq!(of(0, false), "clean");
        assert_eq!(of(101 << 8, false), "the check ended with exit status: 101\nno such thing");
        assert_eq!(of(127 << 8, true), "the check ended with exit status: 127\nno such thing");
        assert_eq!(of(1 << 8, true), "found no such thing");
        assert_eq!(of(2, false), "signal 2");
        assert!(of(9, true).starts_with("the check ended with signal: 9"), "{}", of(9, true));
    }
}
