//! Server-sent events out of bytes that are cut anywhere: [`Frames`].
//!
//! The rules are those of the HTML standard, "Parsing an event stream". What an event means, and what its JSON is, does
//! not live here; nor does the connection.

use std::ops::Range;

use bytes::Bytes;

/// One event as it was sent. It borrows from the [`Frames`] that found it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame<'a> {
    /// The `data` lines, joined by line feeds. UTF-8 is not checked: JSON decoding does that.
    pub data: &'a [u8],
    /// The `event` line; empty if there was none. OpenCode sends none.
    pub event: &'a [u8],
    /// Its own `id` line. [`Frames::last_id`] is that of an earlier event if there is none.
    pub id: Option<&'a str>,
}

/// An event larger than the limit. It was skipped up to its end, and the stream goes on with the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an event has more than {limit} bytes")]
pub struct TooLarge {
    /// Bytes an event may have.
    pub limit: usize,
}

/// Splits bytes into events: give it a chunk, then take events until there is none.
///
/// Chunks may be cut anywhere, also within a character or between CR and LF. An event that lies whole in one chunk and
/// has one `data` line is handed out where it lies; only what continues in the next chunk is copied, into a buffer that
/// is kept. No memory is allocated for an event otherwise.
///
/// An event of more than the limit is reported once, as soon as that is known, and not kept: memory stays bounded by
/// the limit and one chunk, whatever is sent. Comments count for nothing.
///
/// ```
/// # use opencode_client::events::Frames;
/// let mut frames = Frames::new(1 << 20);
/// let mut seen = Vec::new();
/// for chunk in ["id: 7\nda", "ta: {}\n", "\n"] {
///     frames.push(chunk.into());
///     while let Some(frame) = frames.next() {
///         seen.push(frame?.data.to_vec());
///     }
/// }
/// assert_eq!((seen, frames.last_id()), (vec![b"{}".to_vec()], Some("7")));
/// # Ok::<(), opencode_client::events::TooLarge>(())
/// ```
#[derive(Debug)]
pub struct Frames {
    limit: usize,
    chunk: Bytes,
    /// First byte of the chunk that is not taken yet.
    position: usize,
    /// The beginning of a line that the last chunk did not end.
    partial: Vec<u8>,
    /// The last line ended with CR: an LF that follows belongs to it.
    after_cr: bool,
    /// Bytes of a byte order mark seen at the very beginning; `None` once the beginning is past.
    mark: Option<usize>,
    /// The line under way is a comment, or part of an event that is too large.
    skipping_line: bool,
    skipping_event: bool,
    data: Data,
    /// Data that is no single piece of the current chunk. Reused from event to event.
    joined: Vec<u8>,
    event: Vec<u8>,
    /// The event before was handed out, with what is in `event`.
    handed_out: bool,
    /// Bytes of the event under way.
    size: usize,
    /// The id that counts once the event under way is complete, if it has one.
    next_id: Vec<u8>,
    has_id: bool,
    /// Empty: none.
    id: String,
    retry: Option<u64>,
}

/// Where the data of the event under way is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Data {
    None,
    /// One line, in the current chunk.
    Chunk(Range<usize>),
    /// In `joined`, each line with its line feed, the last one without.
    Joined,
}

const MARK: &[u8] = b"\xEF\xBB\xBF";
/// Longer ids are no ids. They stand beside the limit of an event: the id of an event that is too large still counts,
/// or a reconnect would ask for that event again.
const ID_LIMIT: usize = 1024;

/// What a finished line did.
enum Line {
    Field,
    /// A blank line: an event is complete, if it has data.
    Blank,
    TooLarge,
}

impl Frames {
    /// Events may have `limit` bytes: all of their lines but comments, ids and line ends.
    #[must_use]
    pub fn new(limit: usize) -> Frames {
        Frames {
            limit,
            chunk: Bytes::new(),
            position: 0,
            partial: Vec::new(),
            after_cr: false,
            mark: Some(0),
            skipping_line: false,
            skipping_event: false,
            data: Data::None,
            joined: Vec::new(),
            event: Vec::new(),
            handed_out: false,
            size: 0,
            next_id: Vec::new(),
            has_id: false,
            id: String::new(),
            retry: None,
        }
    }

    /// Forgets what is unfinished: a new connection begins. The last id and the `retry` time stay, as the standard says.
    pub fn restart(&mut self) {
        let (id, retry) = (std::mem::take(&mut self.id), self.retry);
        *self = Frames { id, retry, ..Frames::new(self.limit) };
    }

    /// The next bytes of the connection. Events of the chunk before that were not taken are lost.
    pub fn push(&mut self, chunk: Bytes) {
        self.chunk = chunk;
        self.position = 0;
        self.skip_mark();
    }

    /// The id that a reconnect sends as `Last-Event-ID`: that of the last complete event that had one.
    #[must_use]
    pub fn last_id(&self) -> Option<&str> {
        Some(self.id.as_str()).filter(|id| !id.is_empty())
    }

    /// Milliseconds that the server wants clients to wait before they reconnect (`retry`), if it said so.
    #[must_use]
    pub fn retry(&self) -> Option<u64> {
        self.retry
    }

    /// The next complete event, or nothing until more bytes are pushed.
    ///
    /// # Errors
    /// [`TooLarge`], once for each such event. Further calls go on with what follows it.
    #[expect(
        clippy::should_implement_trait,
        reason = "an event borrows from the splitter, as no iterator's item can"
    )]
    pub fn next(&mut self) -> Option<Result<Frame<'_>, TooLarge>> {
        if std::mem::take(&mut self.handed_out) {
            self.event.clear();
        }
        loop {
            match self.line()? {
                Line::Field => {}
                Line::TooLarge => return Some(Err(TooLarge { limit: self.limit })),
                Line::Blank => {
                    let has_id = self.has_id;
                    let data = self.finish();
                    self.handed_out = data != Data::None;
                    let data = match data {
                        Data::None => {
                            self.event.clear();
                            continue;
                        }
                        Data::Chunk(range) => &self.chunk[range],
                        Data::Joined => &self.joined[..],
                    };
                    let id = has_id.then_some(self.id.as_str());
                    return Some(Ok(Frame { data, event: &self.event, id }));
                }
            }
        }
    }

    /// Where the data of the event that just ended is; nothing if it has none or is left out.
    fn finish(&mut self) -> Data {
        if std::mem::take(&mut self.has_id) {
            self.id.clear();
            // An empty id takes the last one back; one that is no UTF-8 could not be sent.
            self.id.push_str(std::str::from_utf8(&self.next_id).unwrap_or_default());
        }
        self.size = 0;
        let data = std::mem::replace(&mut self.data, Data::None);
        if std::mem::take(&mut self.skipping_event) { Data::None } else { data }
    }

    /// Takes one line, or keeps what there is of it and answers nothing.
    fn line(&mut self) -> Option<Line> {
        if self.position == 0 && self.after_cr && !self.chunk.is_empty() {
            self.position = usize::from(self.chunk[0] == b'\n');
            self.after_cr = false;
        }
        let Some(length) = memchr::memchr2(b'\n', b'\r', &self.chunk[self.position..]) else {
            return self.keep_rest();
        };
        let line = self.position..self.position + length;
        self.position = line.end + 1;
        if self.chunk[line.end] == b'\r' {
            match self.chunk.get(self.position) {
                Some(next) => self.position += usize::from(*next == b'\n'),
                None => self.after_cr = true,
            }
        }
        if std::mem::take(&mut self.skipping_line) {
            return Some(Line::Field);
        }
        // Taken out for the call, so that the line can be read while the fields change.
        let chunk = std::mem::take(&mut self.chunk);
        let done = if self.partial.is_empty() {
            self.field(&chunk[line.clone()], Some((&chunk, line.start)))
        } else {
            let mut whole = std::mem::take(&mut self.partial);
            whole.extend_from_slice(&chunk[line]);
            let done = self.field(&whole, None);
            whole.clear();
            self.partial = whole;
            done
        };
        self.chunk = chunk;
        Some(done)
    }

    /// No line ends in what is left of the chunk.
    fn keep_rest(&mut self) -> Option<Line> {
        let rest = &self.chunk[self.position..];
        self.position = self.chunk.len();
        if let Data::Chunk(data) = &self.data {
            // The chunk is about to be replaced.
            self.joined.clear();
            self.joined.extend_from_slice(&self.chunk[data.clone()]);
            self.data = Data::Joined;
        }
        if rest.is_empty() || self.skipping_line {
            return None;
        }
        let length = self.partial.len() + rest.len();
        let mut start = self.partial.iter().chain(rest).take(2);
        let comment = self.partial.first().unwrap_or(&rest[0]) == &b':';
        let id = start.next() == Some(&b'i') && start.next().is_none_or(|letter| *letter == b'd');
        let room = if id { ID_LIMIT } else { self.limit.saturating_sub(self.size) };
        if !comment && (id || !self.skipping_event) && length <= room {
            self.partial.extend_from_slice(rest);
            return None;
        }
        self.partial.clear();
        self.skipping_line = true;
        (!comment && !id && !self.skipping_event).then(|| self.too_large())
    }

    fn too_large(&mut self) -> Line {
        self.skipping_event = true;
        self.data = Data::None;
        Line::TooLarge
    }

    /// Takes one complete line. `place`: the chunk, and where the line begins in it, if it lies there.
    fn field(&mut self, line: &[u8], place: Option<(&[u8], usize)>) -> Line {
        if line.is_empty() {
            return Line::Blank;
        }
        let colon = memchr::memchr(b':', line).unwrap_or(line.len());
        let mut value = (colon + 1).min(line.len());
        value += usize::from(line.get(value) == Some(&b' '));
        let (name, text) = (&line[..colon], &line[value..]);
        if line.starts_with(b"id") {
            if name == b"id" && line.len() <= ID_LIMIT && !text.contains(&0) {
                text.clone_into(&mut self.next_id);
                self.has_id = true;
            }
            return Line::Field;
        }
        if name.is_empty() || self.skipping_event {
            return Line::Field;
        }
        self.size += line.len();
        if self.size > self.limit {
            return self.too_large();
        }
        match name {
            b"data" => self.add_data(text, place.map(|(chunk, start)| (chunk, start + value))),
            b"event" => text.clone_into(&mut self.event),
            b"retry" => self.retry = milliseconds(text).or(self.retry),
            _ => {}
        }
        Line::Field
    }

    fn add_data(&mut self, text: &[u8], place: Option<(&[u8], usize)>) {
        match (&self.data, place) {
            (Data::None, Some((_, start))) => {
                self.data = Data::Chunk(start..start + text.len());
                return;
            }
            (Data::Chunk(first), Some((chunk, _))) => {
                self.joined.clear();
                self.joined.extend_from_slice(&chunk[first.clone()]);
                self.joined.push(b'\n');
            }
            (Data::Joined, _) => self.joined.push(b'\n'),
            // A line from two chunks is the first of its chunk, so nothing before it lies there.
            (_, None) => self.joined.clear(),
        }
        self.joined.extend_from_slice(text);
        self.data = Data::Joined;
    }

    /// One byte order mark at the very beginning is no part of the first line. It may be cut, too.
    fn skip_mark(&mut self) {
        let Some(before) = self.mark else { return };
        let matching = self.chunk.iter().zip(&MARK[before..]).take_while(|(byte, mark)| byte == mark).count();
        let seen = before + matching;
        self.position = matching;
        if seen == MARK.len() {
            self.mark = None;
        } else if matching < self.chunk.len() {
            // No mark after all: what looked like its beginning belongs to the first line.
            self.mark = None;
            self.partial.extend_from_slice(&MARK[..seen]);
        } else {
            self.mark = Some(seen);
        }
    }
}

/// Digits only, as the standard says; more than fit are no time to wait.
fn milliseconds(text: &[u8]) -> Option<u64> {
    let digits = !text.is_empty() && text.iter().all(u8::is_ascii_digit);
    digits.then(|| std::str::from_utf8(text).ok()?.parse().ok()).flatten()
}

#[cfg(test)]
#[path = "frames_tests.rs"]
mod tests;
