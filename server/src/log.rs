//! Where log records go, and how loud the parts of the server are.
//!
//! The server itself logs through the [`Logger`] it is given. Prompts, answers, keys and passwords are never logged, by
//! nobody. Start from [`open`].

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use slog::{Drain, LevelFilter, Never, OwnedKVList, Record, RecordStatic, o};
pub use slog::{Level, Logger};
use slog_term::{Decorator, FullFormat, PlainSyncDecorator, TermDecorator};

use crate::clock;

/// Log files kept in the data directory, the newest ones.
const KEPT_FILES: usize = 10;

/// Records that may wait to be written. When a disk is slower than that, the surplus is dropped and counted, never
/// waited for.
const QUEUE: usize = 4_096;

/// An open log. Dropping it writes what is still waiting.
pub struct Log {
    pub logger: Logger,
    /// The file, unless records go to standard error.
    pub file: Option<PathBuf>,
    _flush: slog_async::AsyncGuard,
}

/// Why there is no log file.
#[derive(Debug, thiserror::Error)]
#[error("cannot write a log file in {}", directory.display())]
pub struct LogError {
    directory: PathBuf,
    #[source]
    source: io::Error,
}

/// Opens the log: standard error if `print`, else a new file `<data>/log/<start time>.log`.
///
/// # Errors
/// [`LogError`] if the file or its directory cannot be made.
pub fn open(print: bool, level: Level, data: &Path) -> Result<Log, LogError> {
    if print {
        return Ok(start(TermDecorator::new().stderr().build(), level, None));
    }
    let directory = data.join("log");
    let (path, file) =
        create(&directory).map_err(|source| LogError { directory: directory.clone(), source })?;
    Ok(start(PlainSyncDecorator::new(file), level, Some(path)))
}

fn start<D: Decorator + Send + 'static>(decorator: D, level: Level, file: Option<PathBuf>) -> Log {
    let format = FullFormat::new(decorator)
        .use_custom_timestamp(|out| out.write_all(clock::iso(clock::now_ms()).as_bytes()))
        .use_original_order()
        .build()
        .fuse();
    let (queue, flush) = slog_async::Async::new(format).chan_size(QUEUE).build_with_guard();
    let logger = Logger::root(LevelFilter::new(queue, level).fuse(), o!());
    Log { logger, file, _flush: flush }
}

/// Makes the file and removes the oldest ones.
fn create(directory: &Path) -> io::Result<(PathBuf, File)> {
    fs::create_dir_all(directory)?;
    let mut older: Vec<_> = fs::read_dir(directory)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "log"))
        .collect();
    older.sort_unstable();
    for path in older.iter().rev().skip(KEPT_FILES - 1) {
        // Another server may be removing it as well; one file too many harms nobody.
        let _ = fs::remove_file(path);
    }
    let path = directory.join(format!("{}.log", file_stem(clock::now_ms())));
    let file = OpenOptions::new().create(true).append(true).open(&path)?;
    Ok((path, file))
}

/// `2026-11-20T220847`: the start time without characters that some file systems refuse.
fn file_stem(ms: i64) -> String {
    let iso = clock::iso(ms);
    let seconds = iso.split_once('.').map_or(iso.as_str(), |(seconds, _)| seconds);
    seconds.replace(':', "")
}

/// A logger for dropshot, which reports each connection and request as `info`. There they are the noise of every day:
/// `debug`. So is a client that closes a connection, which it calls a warning.
pub fn quieter(logger: &Logger) -> Logger {
    Logger::root(Quieter(logger.clone()).fuse(), o!("component" => "http"))
}

struct Quieter(Logger);

impl Drain for Quieter {
    type Ok = ();
    type Err = Never;

    fn log(&self, record: &Record<'_>, values: &OwnedKVList) -> Result<(), Never> {
        let left = || record.msg().to_string().contains("client disconnected");
        let level = match record.level() {
            Level::Info => Level::Debug,
            Level::Warning if left() => Level::Debug,
            level => level,
        };
        if !Drain::is_enabled(&self.0, level) {
            return Ok(());
        }
        let described = RecordStatic { location: record.location(), tag: record.tag(), level };
        Drain::log(&self.0, &Record::new(&described, record.msg(), record.kv()), values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_files_are_kept() {
        let data = tempfile::tempdir().expect("a directory");
        let directory = data.path().join("log");
        fs::create_dir(&directory).expect("a directory");
        fs::write(directory.join("notes.txt"), "").expect("a file");
        for day in 10..30 {
            fs::write(directory.join(format!("2020-01-{day}T000000.log")), "").expect("a file");
        }
        let log = open(false, Level::Info, data.path()).expect("a log");
        let mut names: Vec<_> = fs::read_dir(&directory)
            .expect("a directory")
            .map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8"))
            .collect();
        names.sort_unstable();
        assert_eq!(names.len(), KEPT_FILES + 1, "{names:?}");
        assert_eq!(names[0], "2020-01-21T000000.log");
        let file = log.file.clone().expect("a file");
        assert!(names.contains(&file.file_name().expect("a name").to_string_lossy().into_owned()));
        assert_eq!(names[KEPT_FILES], "notes.txt");
    }

    #[test]
    fn records_are_written_before_the_log_is_gone() {
        let data = tempfile::tempdir().expect("a directory");
        let log = open(false, Level::Info, data.path()).expect("a log");
        slog::info!(log.logger, "started"; "url" => "http://x");
        slog::debug!(log.logger, "left out");
        let http = quieter(&log.logger);
        slog::info!(http, "request completed");
        slog::warn!(http, "request handling cancelled (client disconnected)");
        slog::warn!(http, "accept error"; "error" => "EMFILE");
        let path = log.file.clone().expect("a file");
        drop((http, log));
        let text = fs::read_to_string(path).expect("a file");
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines.len(), 2, "{text}");
        assert!(lines[0].contains("started") && lines[0].contains("url: http://x"), "{text}");
        assert!(lines[1].contains("accept error") && lines[1].contains("component: http"), "{text}");
    }

    #[test]
    fn a_data_directory_that_is_a_file_is_named() {
        let data = tempfile::NamedTempFile::new().expect("a file");
        let problem = open(false, Level::Info, data.path()).err().expect("no log").to_string();
        assert!(problem.contains(&data.path().display().to_string()), "{problem}");
    }

    #[test]
    fn a_file_is_named_after_its_start() {
        assert_eq!(file_stem(1_795_212_527_893), "2026-11-20T220847");
    }
}
