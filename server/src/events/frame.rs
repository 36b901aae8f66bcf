//! The bytes of server-sent events: one `id:` line, one `data:` line, one blank line.
//!
//! The number in an `id:` line has a fixed width. A frame is therefore built before its number is known, outside of any
//! lock, and the number is written into it at the end. Nothing here knows who reads a frame.

use bytes::Bytes;

use super::Scope;

/// Digits of an event's number: 48 bits in hexadecimal, which a server that publishes a million events per second uses
/// up in nine years.
const DIGITS: usize = 12;

const ID: &[u8] = b"id: ";
const DATA: &[u8] = b"\ndata: ";
const END: &[u8] = b"\n\n";

/// What the directory member of `/global/event` says for an event that belongs to no directory. The contract requires
/// the member (`#/components/schemas/GlobalEvent`).
const NOWHERE: &str = "global";

/// First frame of every stream. It is not part of the log; its `id:` is the position the stream begins behind. So a
/// client that has seen no event yet can resume as well, and one that resumes can tell whether it missed anything: it
/// did not if this is the id that it asked for.
pub(super) fn connected(global: bool, boot: u32, position: u64) -> Bytes {
    unlogged(
        global,
        &id(boot, position),
        br#"data: {"type":"server.connected","properties":{}}"#,
        br#"data: {"directory":"global","payload":{"type":"server.connected","properties":{}}}"#,
    )
}

/// Sent while nothing happens. The contract's event union does not name it, but clients take its absence for a dead
/// connection. Its `id:` is the position up to which the reader has seen all that concerns it, or else a quiet reader's
/// last id would leave the log while others are busy.
pub(super) fn heartbeat(global: bool, boot: u32, position: u64) -> Bytes {
    unlogged(
        global,
        &id(boot, position),
        br#"data: {"type":"server.heartbeat","properties":{}}"#,
        br#"data: {"directory":"global","payload":{"type":"server.heartbeat","properties":{}}}"#,
    )
}

fn unlogged(global: bool, id: &str, one: &'static [u8], every: &'static [u8]) -> Bytes {
    let mut frame = Vec::with_capacity(ID.len() + id.len() + 1 + every.len() + END.len());
    frame.extend_from_slice(ID);
    frame.extend_from_slice(id.as_bytes());
    frame.push(b'\n');
    frame.extend_from_slice(if global { every } else { one });
    frame.extend_from_slice(END);
    frame.into()
}

/// A frame of `/event` that still lacks its number.
pub(super) struct Draft {
    bytes: Vec<u8>,
    boot: u32,
}

impl Draft {
    /// Lays `event` out as JSON behind room for its number.
    ///
    /// # Errors
    /// What `serde_json` reports when the value has no JSON form.
    pub(super) fn new(boot: u32, event: &impl serde::Serialize) -> Result<Draft, serde_json::Error> {
        let mut bytes = Vec::with_capacity(256);
        bytes.extend_from_slice(ID);
        bytes.extend_from_slice(id(boot, 0).as_bytes());
        bytes.extend_from_slice(DATA);
        serde_json::to_writer(&mut bytes, event)?;
        bytes.extend_from_slice(END);
        bytes.shrink_to_fit();
        Ok(Draft { bytes, boot })
    }

    /// Writes the number into its place.
    pub(super) fn numbered(mut self, sequence: u64) -> Bytes {
        let id = id(self.boot, sequence);
        self.bytes[ID.len()..ID.len() + id.len()].copy_from_slice(id.as_bytes());
        self.bytes.into()
    }
}

/// The same event as `/global/event` shows it: wrapped together with the directory it comes from.
pub(super) fn global(frame: &[u8], scope: &Scope) -> Bytes {
    let head = ID.len() + id(0, 0).len() + DATA.len();
    let payload = &frame[head..frame.len() - END.len()];
    let directory = match scope {
        Scope::Directory(directory) => directory,
        Scope::Global => NOWHERE,
    };
    let mut wrapped = Vec::with_capacity(frame.len() + directory.len() + 32);
    wrapped.extend_from_slice(&frame[..head]);
    wrapped.extend_from_slice(br#"{"directory":"#);
    wrapped.extend_from_slice(serde_json::Value::from(directory).to_string().as_bytes());
    wrapped.extend_from_slice(br#","payload":"#);
    wrapped.extend_from_slice(payload);
    wrapped.push(b'}');
    wrapped.extend_from_slice(END);
    wrapped.into()
}

/// `<boot>-<number>`: the first half tells one run of the server from another, since numbers start anew with each.
fn id(boot: u32, sequence: u64) -> String {
    format!("{boot:08x}-{sequence:0DIGITS$x}")
}

/// Reads what a client sends as `Last-Event-ID`.
///
/// # Returns
/// The number, or nothing when the text is not an id of this run. That is no error: the client was connected to an
/// earlier run, or to another server, and simply starts anew.
pub(super) fn parse_id(boot: u32, text: &str) -> Option<u64> {
    let (of, sequence) = text.trim().split_once('-')?;
    (u32::from_str_radix(of, 16).ok()? == boot).then_some(())?;
    u64::from_str_radix(sequence, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_is_written_into_the_finished_frame() {
        let draft = Draft::new(0xbeef, &serde_json::json!({"type": "x"})).expect("JSON");
        let frame = draft.numbered(42);
        assert_eq!(frame, "id: 0000beef-00000000002a\ndata: {\"type\":\"x\"}\n\n");
        assert_eq!(
            global(&frame, &Scope::Directory("/a \"b\"".into())),
            "id: 0000beef-00000000002a\ndata: {\"directory\":\"/a \\\"b\\\"\",\"payload\":{\"type\":\"x\"}}\n\n"
        );
    }

    #[test]
    fn only_ids_of_this_run_are_read() {
        assert_eq!(parse_id(0xbeef, " 0000beef-00000000002a "), Some(42));
        for text in ["", "42", "0000dead-00000000002a", "0000beef-", "0000beef-zz", "-", "0000beef-1-2"] {
            assert_eq!(parse_id(0xbeef, text), None, "{text}");
        }
    }
}
