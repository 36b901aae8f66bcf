//! Connections that break: nothing comes twice, nothing is lost without a word, nothing is tried for ever.

use std::time::Duration;

use futures::StreamExt as _;
use opencode_client::events::Reconnect;
use opencode_client::pty::{Output, PtyError};
use proptest::prelude::*;

use crate::script::{LIMIT, Script, Step, read, text};
use Step::{Answer, Close, Cursor, Cut, Drop, Freeze, Hear, Say};

fn say(text: &str) -> Step {
    Say(text.to_owned())
}

/// How one connection goes: how much of the rest is replayed in how large pieces, how much is said live, how it breaks.
#[derive(Clone, Debug)]
struct Way {
    replayed: usize,
    piece: usize,
    live: usize,
    before_the_cursor: bool,
    end: u8,
}

fn way() -> impl Strategy<Value = Way> {
    (0usize..12, 1usize..5, 0usize..12, prop::bool::weighted(0.3), 0u8..4).prop_map(
        |(replayed, piece, live, before_the_cursor, end)| Way {
            replayed,
            piece,
            live,
            before_the_cursor,
            end,
        },
    )
}

fn units(text: &[char]) -> u64 {
    text.iter().map(|character| character.len_utf16() as u64).sum()
}

/// The connections of a server whose terminal says `said` in the end.
fn connections(said: &[char], ways: &[Way]) -> Vec<Vec<Step>> {
    let (mut read, mut connections) = (0, Vec::new());
    for way in ways {
        let known = (read + way.replayed).min(said.len());
        let mut steps: Vec<Step> =
            said[read..known].chunks(way.piece).map(|piece| Say(piece.iter().collect())).collect();
        if !way.before_the_cursor {
            steps.push(Cursor(units(&said[..known])));
            let live = (known + way.live).min(said.len());
            steps.extend(said[known..live].chunks(way.piece).map(|piece| Say(piece.iter().collect())));
            read = live;
        }
        steps.push(match way.end {
            0 => Cut,
            1 => Drop,
            2 => Close(1011),
            _ => Close(1000),
        });
        connections.push(steps);
    }
    connections.push(vec![Say(said[read..].iter().collect()), Cursor(units(said)), Close(1000)]);
    connections
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    /// However connections break, what is read is what was said. Each connection asks for what was not read yet.
    #[test]
    fn nothing_is_doubled_or_lost(said in "[a-z🦀ß\r\n]{0,60}", ways in prop::collection::vec(way(), 0..8)) {
        let characters: Vec<char> = said.chars().collect();
        let connections = connections(&characters, &ways);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let (items, error) = runtime.block_on(async {
            let count = connections.len();
            // One before it, so that the first attempt does not meet a broken connection.
            let first = [vec![Cursor(0), Drop]];
            let script = Script::new(first.into_iter().chain(connections)).await.exit(0).exists();
            let hasty = Reconnect::attempts(20).pauses(Duration::ZERO, Duration::ZERO);
            let options = script.terminal().reconnect(hasty);
            let mut terminal = options.connect().await.expect("a terminal");
            let (mut items, mut text) = (Vec::new(), String::new());
            let reading = async {
                while text.chars().count() < characters.len() {
                    match terminal.next().await.expect("an item") {
                        Ok(Output::Text(more)) => text.push_str(&more),
                        Ok(other) => items.push(other),
                        Err(error) => return Some(error),
                    }
                }
                None
            };
            let error = tokio::time::timeout(LIMIT, reading).await.expect("an end");
            assert_eq!(terminal.cursor(), units(&characters));
            assert!(script.requests().len() <= count + 1);
            items.push(Output::Text(text));
            (items, error.map(|error| error.to_string()))
        });
        prop_assert_eq!(error, None);
        prop_assert_eq!(items, vec![Output::Text(said)]);
    }
}

#[tokio::test]
async fn a_terminal_that_ended_meanwhile_may_have_said_more() {
    let script = Script::new([vec![say("be"), Cursor(2), say("fore"), Cut]]).await.exit(0);
    let (items, error) = read(script.terminal().connect().await.expect("a terminal")).await;
    assert_eq!(items, [text("before"), Output::Gap { missed: None }, Output::Exited { code: Some(0) }]);
    assert!(error.is_none(), "{error:?}");
}

#[tokio::test]
async fn what_was_cut_off_meanwhile_is_told() {
    let script =
        Script::new([vec![say("one"), Cursor(3), Drop], vec![say("three"), Cursor(11), Close(1000)]]).await;
    let (items, _) = read(script.terminal().connect().await.expect("a terminal")).await;
    let gap = Output::Gap { missed: Some(3) };
    assert_eq!(items, [text("one"), gap, text("three"), Output::Exited { code: None }]);
}

#[tokio::test]
async fn a_server_that_is_away_for_a_while_is_asked_again() {
    let away = || vec![Answer(502, "bad gateway")];
    let script = Script::new([
        vec![say("one"), Cursor(3), Drop],
        away(),
        away(),
        vec![Drop],
        vec![say(" two"), Cursor(7), Close(1000)],
    ])
    .await
    .exists();
    let mut terminal = script.terminal().connect().await.expect("a terminal");
    let mut said = String::new();
    while said != "one two" {
        match terminal.next().await.expect("an item").expect("output") {
            Output::Text(text) => said += &text,
            other => panic!("{other:?} after {said:?}"),
        }
    }
    let asked: Vec<_> =
        script.requests().iter().map(|head| head.lines().next().unwrap_or_default().to_owned()).collect();
    assert!(asked[1..5].iter().all(|line| line.contains("cursor=3")), "{asked:?}");
}

#[tokio::test]
async fn the_attempts_are_bounded() {
    for (status, requests) in [(500, 5), (503, 5), (403, 2)] {
        let first = vec![say("x"), Cursor(1), Drop];
        let rest = std::iter::repeat_n(vec![Answer(status, "no")], 40);
        let script = Script::new([first].into_iter().chain(rest)).await.exists();
        let (items, error) = read(script.terminal().connect().await.expect("a terminal")).await;
        assert_eq!(items, [text("x")]);
        match error.expect("an error") {
            PtyError::Lost { attempts: 4, source } if status != 403 => {
                assert!(matches!(*source, PtyError::Refused { .. }), "{source:?}");
            }
            PtyError::Refused { .. } if status == 403 => {}
            other => panic!("{status}: {other:?}"),
        }
        assert_eq!(script.requests().len(), requests, "{status}");
    }
    // Connections that are made and bring nothing are failures as well.
    for (end, requests) in [(Close(1000), 6), (Close(1011), 5), (Drop, 5)] {
        let script = Script::new(std::iter::repeat_n(vec![Cursor(0), end], 40)).await.exists();
        let (items, error) = read(script.terminal().connect().await.expect("a terminal")).await;
        assert!(items.is_empty() && matches!(error, Some(PtyError::Lost { attempts: 4, .. })), "{error:?}");
        assert_eq!(script.requests().len(), requests);
    }
}

#[tokio::test]
async fn a_silent_connection_is_given_up() {
    let script =
        Script::new([vec![say("one"), Cursor(3), Freeze], vec![say("two"), Cursor(6), Close(1000)]]).await;
    let options = script.terminal().keepalive(Duration::from_millis(250));
    let (items, error) = read(options.connect().await.expect("a terminal")).await;
    assert_eq!(items, [text("onetwo"), Output::Exited { code: None }]);
    assert!(error.is_none(), "{error:?}");
}

#[tokio::test]
async fn a_living_connection_may_be_silent() {
    let script = Script::new([vec![Cursor(0), Hear, say("woke"), Close(1000)]]).await;
    let terminal =
        script.terminal().keepalive(Duration::from_millis(500)).connect().await.expect("a terminal");
    // With the second it would be given up, if its server did not answer them.
    script.until(|state| state.pings >= 4).await;
    terminal.send("x").await.expect("sent");
    let (items, _) = read(terminal).await;
    assert_eq!(items, [text("woke"), Output::Exited { code: None }]);
    assert_eq!(script.requests().len(), 2, "one connection, and the question whether it is the end");
}

#[tokio::test]
async fn input_waits_for_the_next_connection_and_is_sent_once() {
    let script = Script::new([
        vec![Cursor(0), say("x"), Drop],
        vec![Answer(502, "")],
        vec![Cursor(1), Hear, say("y"), Hear, Close(1000)],
    ])
    .await
    .exists();
    let mut terminal = script.terminal().connect().await.expect("a terminal");
    assert_eq!(terminal.next().await.expect("an item").expect("output"), text("x"));
    let mut sent = 0;
    let mut uncertain = 0;
    while sent < 2 {
        match tokio::time::timeout(LIMIT, terminal.send(format!("{sent}"))).await.expect("in time") {
            Ok(()) => sent += 1,
            Err(PtyError::InputUncertain) => uncertain += 1,
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!(terminal.next().await.expect("an item").expect("output"), text("y"));
    script.until(|state| state.heard.last().is_some_and(|last| last == "1")).await;
    let heard = script.heard();
    // What was sent into the closing connection may have left without an error; then only the rest is heard.
    assert!(uncertain <= 1 && (heard == ["0", "1"] || heard == ["1"]), "{heard:?}");
}

#[tokio::test]
async fn a_dropped_terminal_closes_its_connection() {
    let script = Script::new([vec![Cursor(0), Hear]]).await;
    let terminal = script.terminal().connect().await.expect("a terminal");
    let input = terminal.input();
    drop(terminal);
    assert!(matches!(input.send("x").await, Err(PtyError::Closed)));
}
