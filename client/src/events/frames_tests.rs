//! Frames against every cut, against the standard's own examples, and against `eventsource-stream`.

use bytes::Bytes;
use eventsource_stream::Eventsource as _;
use futures::StreamExt as _;
use proptest::prelude::*;

use super::*;

/// Everything that comes of `chunks`: data, event type and the id after it, or the limit that was passed; and `retry`.
type Seen = (Vec<Result<(String, String, Option<String>), TooLarge>>, Option<u64>);

fn split<'a>(limit: usize, chunks: impl IntoIterator<Item = &'a [u8]>) -> Seen {
    let mut frames = Frames::new(limit);
    let mut seen = Vec::new();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    for chunk in chunks {
        frames.push(Bytes::copy_from_slice(chunk));
        while let Some(frame) = frames.next() {
            let frame = frame.map(|frame| (text(frame.data), text(frame.event)));
            seen.push(frame.map(|(data, event)| (data, event, frames.last_id().map(str::to_owned))));
        }
    }
    (seen, frames.retry())
}

fn data(text: &str) -> Vec<String> {
    split(1 << 20, [text.as_bytes()]).0.into_iter().map(|frame| frame.expect("small").0).collect()
}

#[test]
fn the_examples_of_the_standard() {
    assert_eq!(data("data: YHOO\ndata: +2\ndata: 10\n\n"), ["YHOO\n+2\n10"]);
    let (seen, _) = split(
        99,
        [b": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n"
            .as_slice()],
    );
    let expected = [("first event", Some("1")), ("second event", None)];
    assert_eq!(seen, expected.map(|(data, id)| Ok((data.into(), String::new(), id.map(str::to_owned)))));
    assert_eq!(data("data\n\ndata\ndata\n\ndata:"), ["", "\n"]);
    assert_eq!(data("data:test\n\ndata: test\n\n"), ["test", "test"]);
}

#[test]
fn a_mark_at_the_beginning_is_left_out_once() {
    assert_eq!(data("\u{feff}data: a\n\n\u{feff}data: b\n\n"), ["a"]);
    assert_eq!(
        data("\u{fefe}data: a\n\ndata: b\n\n"),
        ["b"],
        "that is no mark, so the first field has another name"
    );
}

#[test]
fn retry_is_digits_and_ids_have_no_nul() {
    let (seen, retry) = split(99, [b"retry: 1x\nretry: 250\nid: a\0b\ndata: x\n\nretry: \n".as_slice()]);
    assert_eq!((seen.len(), retry), (1, Some(250)));
    assert_eq!(seen[0].as_ref().expect("small").2, None);
    assert_eq!(split(99, [b"retry: 99999999999999999999999\n".as_slice()]).1, None);
}

#[test]
fn an_unfinished_event_is_forgotten_with_its_connection_and_its_id() {
    let mut frames = Frames::new(99);
    frames.push(Bytes::from_static(b"retry: 5\nid: 1\ndata: a\n\nid: 2\ndata: b"));
    assert_eq!(frames.next().expect("one").expect("small").data, b"a");
    assert!(frames.next().is_none());
    frames.restart();
    assert_eq!((frames.last_id(), frames.retry()), (Some("1"), Some(5)));
    frames.push(Bytes::from_static(b"\n\ndata: c\n\n"));
    assert_eq!(frames.next().expect("one").expect("small").data, b"c");
}

#[test]
fn a_large_event_is_told_at_once_and_skipped_and_its_id_counts() {
    let mut frames = Frames::new(16);
    frames.push(Bytes::from_static(b"data: 0123456789abcdef"));
    assert_eq!(frames.next(), Some(Err(TooLarge { limit: 16 })), "before it ends");
    for _ in 0..1_000 {
        frames.push(Bytes::from_static(b"and more and more and more"));
        assert!(frames.next().is_none());
    }
    assert!(frames.partial.capacity() + frames.joined.capacity() < 1_000, "nothing of it is kept");
    frames.push(Bytes::from_static(b"\nid: 4\ndata: x\n\ndata: y\n\n"));
    assert_eq!(frames.next().expect("the next").expect("small").data, b"y");
    assert_eq!(frames.last_id(), Some("4"));
}

#[test]
fn an_endless_comment_is_no_event() {
    let mut frames = Frames::new(16);
    frames.push(Bytes::from_static(b":"));
    assert!(frames.next().is_none());
    for _ in 0..100 {
        frames.push(Bytes::from_static(b"keep alive keep alive"));
        assert!(frames.next().is_none());
    }
    frames.push(Bytes::from_static(b"\r\ndata: x\r\n\r\n"));
    assert_eq!(frames.next().expect("one").expect("small").data, b"x");
}

#[test]
fn a_frame_within_a_chunk_is_handed_out_where_it_lies() {
    let chunk = Bytes::from_static(b"id: 1\ndata: {\"type\":\"x\"}\n\n");
    let mut frames = Frames::new(99);
    frames.push(chunk.clone());
    let frame = frames.next().expect("one").expect("small");
    assert!(chunk.as_ptr_range().contains(&frame.data.as_ptr()));
}

/// Pieces of streams: every construct, and what looks like one.
fn piece() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("data: one".to_owned()),
        Just("data:{\"a\":\"größe 日本\"}".to_owned()),
        Just("data".to_owned()),
        Just("id: 7".to_owned()),
        Just("id".to_owned()),
        Just("idle: 3".to_owned()),
        Just("i: 3".to_owned()),
        Just("event: update".to_owned()),
        Just("retry: 30".to_owned()),
        Just("retry: soon".to_owned()),
        Just(": comment".to_owned()),
        Just(":".to_owned()),
        Just("unknown: field".to_owned()),
        Just("data:  two blanks: and colons".to_owned()),
        "[a-z: \u{e4}\u{feff}]{0,12}",
        "data: [a-z]{0,40}",
    ];
    let end = prop_oneof![Just("\n"), Just("\n\n"), Just("\r"), Just("\r\n"), Just("\r\n\r\n"), Just("\r\r")];
    (line, end).prop_map(|(line, end)| line + end)
}

fn text() -> impl Strategy<Value = String> {
    (any::<bool>(), prop::collection::vec(piece(), 0..24))
        .prop_map(|(mark, pieces)| if mark { "\u{feff}" } else { "" }.to_owned() + &pieces.concat())
}

proptest! {
    #[test]
    fn a_cut_changes_nothing(text in text(), limit in prop_oneof![Just(8_usize), Just(24), Just(1 << 16)]) {
        let bytes = text.as_bytes();
        let whole = split(limit, [bytes]);
        prop_assert_eq!(&split(limit, bytes.chunks(1)), &whole, "byte by byte");
        for cut in 0..=bytes.len() {
            let (before, after) = bytes.split_at(cut);
            prop_assert_eq!(&split(limit, [before, after]), &whole, "cut at {}", cut);
        }
    }

    #[test]
    fn another_reader_sees_the_same(text in text(), size in 1_usize..9) {
        // It panics where a byte order mark is cut, and waits for what follows a CR.
        let text = text.trim_start_matches('\u{feff}').to_owned() + ":\n";
        let bytes = text.as_bytes();
        let chunks = futures::stream::iter(bytes.chunks(size).map(|chunk| Ok::<_, std::convert::Infallible>(chunk.to_vec())));
        let theirs: Vec<_> = futures::executor::block_on(chunks.eventsource().collect());
        // It has a name for events without one, and leaves out those with empty data.
        let theirs: Vec<_> = theirs
            .into_iter()
            .map(|event| event.expect("valid UTF-8"))
            .map(|event| (event.data, if event.event == "message" { String::new() } else { event.event }))
            .filter(|(data, _)| !data.is_empty())
            .collect();
        let ours: Vec<_> = split(1 << 16, bytes.chunks(size)).0;
        let ours: Vec<_> = ours
            .into_iter()
            .map(|frame| frame.expect("small"))
            .map(|(data, event, _)| (data, event))
            .filter(|(data, _)| !data.is_empty())
            .collect();
        prop_assert_eq!(ours, theirs);
    }
}
