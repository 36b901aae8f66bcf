//! Reading a file that a user may have put anywhere: regular files only, UTF-8 only, and not without limit.
//!
//! Blocking: the loader as a whole runs on a blocking thread.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// No configuration, agent or key file is larger. Guards against a reference to something endless.
const LIMIT: u64 = 4 * 1024 * 1024;

/// The text of a file without a byte order mark; `None` if there is no such file.
pub(super) fn text(path: &Path) -> io::Result<Option<String>> {
    let found = std::fs::metadata(path).and_then(|metadata| {
        // Checked before opening, since to open a named pipe is to wait for its writer.
        if metadata.is_file() { File::open(path) } else { Err(io::Error::other("not a regular file")) }
    });
    let file = match found {
        Ok(file) => file,
        Err(error) if is_missing(&error) => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut bytes = Vec::new();
    file.take(LIMIT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LIMIT {
        return Err(io::Error::other(format!("larger than {} MiB", LIMIT / 1024 / 1024)));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        io::Error::other(format!("not UTF-8 (at byte {})", error.utf8_error().valid_up_to()))
    })?;
    Ok(Some(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }))
}

/// There is no such file, or there can be none: a request may name a directory with a NUL in it, or a very long one.
fn is_missing(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidFilename, InvalidInput, NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory | InvalidInput | InvalidFilename)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_and_what_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        std::fs::write(path("mark"), "\u{feff}{}").unwrap();
        std::fs::write(path("latin"), b"a\xff").unwrap();
        assert_eq!(text(&path("mark")).unwrap().as_deref(), Some("{}"));
        assert_eq!(text(&path("missing")).unwrap(), None);
        assert_eq!(text(&path("mark/below-a-file")).unwrap(), None);
        assert_eq!(text(&path("no\0name")).unwrap(), None);
        assert_eq!(text(&path(&"long".repeat(2000))).unwrap(), None);
        assert_eq!(text(&path("latin")).unwrap_err().to_string(), "not UTF-8 (at byte 1)");
        assert_eq!(text(folder.path()).unwrap_err().to_string(), "not a regular file");
        assert_eq!(text(Path::new("/dev/zero")).unwrap_err().to_string(), "not a regular file");
    }
}
