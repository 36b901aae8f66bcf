//! How a file or a directory is shown to the model: numbered lines, bounded in number and size.
//!
//! Which file is meant, and whether it may be read, is decided by the caller. Start from [`read`].

use std::fs::{File, FileType};
use std::io::{self, BufRead, BufReader};
use std::path::Path;

/// Lines shown when no limit is asked for.
const LINES: usize = 2_000;
/// Bytes shown at most, whatever the number of lines.
const BYTES: usize = 50 * 1024;
/// Characters of one line shown at most.
const LINE: usize = 2_000;
/// Entries of a directory shown at most.
const ENTRIES: usize = 2_000;
/// Bytes looked at to tell a binary file from text.
const PROBE: usize = 4_096;

/// The part of a file that is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// First line, counted from 1.
    pub offset: Option<usize>,
    /// Number of lines.
    pub limit: Option<usize>,
}

/// Why something could not be shown. The text is meant for the model and the person.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    #[error("File not found: {0}")]
    Missing(String),
    #[error("Cannot read binary file: {0}")]
    Binary(String),
    #[error("Not a regular file or directory: {0}")]
    Special(String),
    #[error("Offset {offset} is out of range for this file ({lines} lines)")]
    Beyond { offset: usize, lines: usize },
    #[error("{path} has {bytes} bytes, more than the {limit} that can be attached")]
    TooLarge { path: String, bytes: u64, limit: u64 },
    #[error("{path}: {source}")]
    Io { path: String, source: io::Error },
}

/// The text that shows `path`, framed as the `read` tool frames it.
///
/// Blocks on the file system: call it where blocking is allowed.
///
/// # Errors
/// A missing, unreadable, binary or special file, and an offset beyond the end.
pub fn read(path: &Path, range: Range) -> Result<String, ReadError> {
    let shown = path.display().to_string();
    let failed = |source: io::Error| match source.kind() {
        io::ErrorKind::NotFound => ReadError::Missing(shown.clone()),
        _ => ReadError::Io { path: shown.clone(), source },
    };
    let kind = std::fs::metadata(path).map_err(failed)?.file_type();
    if kind.is_dir() {
        return directory(path, &shown, range).map_err(failed);
    }
    if !kind.is_file() {
        return Err(ReadError::Special(shown));
    }
    let mut file = BufReader::with_capacity(PROBE, File::open(path).map_err(failed)?);
    if is_binary(file.fill_buf().map_err(failed)?) {
        return Err(ReadError::Binary(shown));
    }
    let page = page(&mut file, range).map_err(failed)?;
    if page.offset > 1 && page.offset > page.total {
        return Err(ReadError::Beyond { offset: page.offset, lines: page.total });
    }
    Ok(format!(
        "<path>{shown}</path>\n<type>file</type>\n<content>{}\n\n({})\n</content>",
        page.text,
        page.remark()
    ))
}

/// The lines of one request, and what is known of the rest.
struct Page {
    offset: usize,
    text: String,
    last: usize,
    total: usize,
    cut: bool,
}

impl Page {
    fn remark(&self) -> String {
        let last = self.last;
        if self.cut {
            format!("Output truncated at {BYTES} bytes. Use 'offset' parameter to read beyond line {last}")
        } else if self.total > last {
            format!("File has more lines. Use 'offset' parameter to read beyond line {last}")
        } else {
            format!("End of file - total {} lines", self.total)
        }
    }
}

/// Reads the wanted lines; the rest is only counted, and no line is held beyond what is shown of it.
///
/// A final newline is followed by one more, empty, line.
fn page(file: &mut impl BufRead, range: Range) -> io::Result<Page> {
    let offset = range.offset.unwrap_or(1).max(1);
    let end = offset.saturating_add(range.limit.unwrap_or(LINES));
    let mut page = Page { offset, text: String::new(), last: offset - 1, total: 0, cut: false };
    loop {
        let number = page.total + 1;
        let wanted = number >= offset && number < end && !page.cut;
        let (line, ended) = line(file, if wanted { LINE * 4 } else { 0 })?;
        page.total = number;
        if wanted {
            let line = format!("{number}: {}", shorten(&line));
            if page.text.len() + line.len() + 1 > BYTES {
                page.cut = true;
            } else {
                if number > offset {
                    page.text.push('\n');
                }
                page.text.push_str(&line);
                page.last = number;
            }
        }
        if ended {
            return Ok(page);
        }
    }
}

/// Consumes one line and returns its first `keep` bytes, and whether it was the last one.
fn line(file: &mut impl BufRead, keep: usize) -> io::Result<(Vec<u8>, bool)> {
    let mut kept = Vec::new();
    loop {
        let buffer = file.fill_buf()?;
        if buffer.is_empty() {
            return Ok((kept, true));
        }
        let found = buffer.iter().position(|byte| *byte == b'\n');
        let taken = found.unwrap_or(buffer.len());
        let room = keep.saturating_sub(kept.len()).min(taken);
        kept.extend_from_slice(&buffer[..room]);
        let consumed = taken + usize::from(found.is_some());
        file.consume(consumed);
        if found.is_some() {
            return Ok((kept, false));
        }
    }
}

fn shorten(line: &[u8]) -> String {
    let line = String::from_utf8_lossy(line);
    match line.char_indices().nth(LINE) {
        Some((at, _)) => format!("{}...", &line[..at]),
        None => line.into_owned(),
    }
}

/// A NUL byte, or a third of control characters, is not text.
fn is_binary(start: &[u8]) -> bool {
    let control = start.iter().filter(|byte| **byte < 9 || (14..32).contains(*byte)).count();
    start.contains(&0) || control * 3 > start.len()
}

fn directory(path: &Path, shown: &str, range: Range) -> io::Result<String> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(path)? {
        let entry = entry?;
        let is_dir = match entry.file_type()? {
            kind if FileType::is_symlink(&kind) => entry.path().is_dir(),
            kind => kind.is_dir(),
        };
        names.push(format!("{}{}", entry.file_name().to_string_lossy(), if is_dir { "/" } else { "" }));
    }
    names.sort();
    let total = names.len();
    let first = range.offset.unwrap_or(1).max(1) - 1;
    let page: Vec<String> = names.into_iter().skip(first).take(range.limit.unwrap_or(ENTRIES)).collect();
    let remark = if first + page.len() < total {
        format!(
            "Showing {} of {total} entries. Use 'offset' parameter to read beyond entry {}",
            page.len(),
            first + page.len()
        )
    } else {
        format!("{total} entries")
    };
    let entries = page.iter().map(|name| format!("{name}\n")).collect::<String>();
    Ok(format!("<path>{shown}</path>\n<type>directory</type>\n<entries>\n{entries}\n({remark})\n</entries>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIN: &str =
        "import { add } from \"./math\"\n\nexport function main() {\n  console.log(add(1, 2))\n}\n\nmain()\n";
    const MATH: &str = "export function add(a, b) {\n  return a + b\n}\n";

    fn project() -> tempfile::TempDir {
        let dir = tempfile::tempdir().expect("a temporary directory");
        std::fs::create_dir_all(dir.path().join("src/deep")).expect("src");
        std::fs::write(dir.path().join("src/main.ts"), MAIN).expect("main.ts");
        std::fs::write(dir.path().join("src/math.ts"), MATH).expect("math.ts");
        std::fs::write(dir.path().join("dot.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").expect("dot.png");
        dir
    }

    fn show(dir: &tempfile::TempDir, name: &str, range: Range) -> String {
        let text = match read(&dir.path().join(name), range) {
            Ok(text) => text,
            Err(error) => error.to_string(),
        };
        text.replace(&dir.path().display().to_string(), "{{PROJECT}}")
    }

    #[test]
    fn a_file_is_shown_as_recorded() {
        assert_eq!(
            show(&project(), "src/main.ts", Range::default()),
            "<path>{{PROJECT}}/src/main.ts</path>\n<type>file</type>\n<content>1: import { add } from \
             \"./math\"\n2: \n3: export function main() {\n4:   console.log(add(1, 2))\n5: }\n6: \n7: \
             main()\n8: \n\n(End of file - total 8 lines)\n</content>"
        );
    }

    #[test]
    fn a_range_is_shown_as_recorded() {
        let range = Range { offset: Some(2), limit: Some(2) };
        assert_eq!(
            show(&project(), "src/math.ts", range),
            "<path>{{PROJECT}}/src/math.ts</path>\n<type>file</type>\n<content>2:   return a + b\n3: }\n\n(File \
             has more lines. Use 'offset' parameter to read beyond line 3)\n</content>"
        );
    }

    #[test]
    fn a_directory_is_shown_as_recorded_with_a_slash_after_folders() {
        assert_eq!(
            show(&project(), "src", Range::default()),
            "<path>{{PROJECT}}/src</path>\n<type>directory</type>\n<entries>\ndeep/\nmain.ts\nmath.ts\n\n(3 \
             entries)\n</entries>"
        );
    }

    #[test]
    fn what_cannot_be_shown_says_why() {
        let dir = project();
        assert_eq!(show(&dir, "zz.txt", Range::default()), "File not found: {{PROJECT}}/zz.txt");
        assert_eq!(show(&dir, "dot.png", Range::default()), "Cannot read binary file: {{PROJECT}}/dot.png");
        let beyond = Range { offset: Some(9), limit: None };
        assert_eq!(show(&dir, "src/math.ts", beyond), "Offset 9 is out of range for this file (4 lines)");
        assert_eq!(
            read(Path::new("/dev/zero"), Range::default()).map_err(|error| error.to_string()),
            Err("Not a regular file or directory: /dev/zero".to_owned())
        );
    }

    #[test]
    fn long_files_and_long_lines_are_cut() {
        let dir = project();
        let long = format!("{}\n", "ä".repeat(LINE + 1)).repeat(200);
        std::fs::write(dir.path().join("long"), long).expect("long");
        let shown = show(&dir, "long", Range::default());
        assert!(shown.len() < BYTES + 300, "{} bytes", shown.len());
        assert!(shown.contains(&format!("1: {}...\n2: ", "ä".repeat(LINE))));
        assert!(shown.ends_with(
            "(Output truncated at 51200 bytes. Use 'offset' parameter to read beyond line 12)\n</content>"
        ));

        std::fs::write(dir.path().join("many"), "x\n".repeat(2_500)).expect("many");
        let shown = show(&dir, "many", Range::default());
        assert!(shown.ends_with(
            "2000: x\n\n(File has more lines. Use 'offset' parameter to read beyond line 2000)\n</content>"
        ));
    }
}
